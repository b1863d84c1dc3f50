package bakeoff.yaml;

import bakeoff.dataset.Facts;
import bakeoff.layer.Activation;
import bakeoff.layer.ActivationFunction;
import bakeoff.layer.Conv2d;
import bakeoff.layer.Dense;
import bakeoff.layer.Layer;
import bakeoff.layer.Misfit;
import bakeoff.layer.Shape;
import bakeoff.layer.ShapeNet;
import bakeoff.optimizer.Sgd;
import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.spec.Channels;
import bakeoff.spec.Experiment;
import bakeoff.spec.Normalize;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What no single key can know: whether the parts of an experiment fit together. */
final class Checks {

  private final Problems problems;
  private final Binder binder;

  Checks(Problems problems, Binder binder) {
    this.problems = problems;
    this.binder = binder;
  }

  void check(Experiment experiment, Mark whole) {
    checkNormalize(experiment, whole);
    checkSeeds(experiment, whole);
    checkOptimizer(experiment, whole);
    checkLayers(experiment, whole);
  }

  private void checkNormalize(Experiment experiment, Mark whole) {
    Normalize normalize = experiment.normalize();
    if (normalize == null) {
      return;
    }
    Mark at = binder.place(normalize).orElse(whole);
    int channels = experiment.dataset().facts().channels();
    for (Channels values : List.of(normalize.mean(), normalize.std())) {
      int given = values.values().size();
      if (given != 1 && given != channels) {
        problems.add(
            at,
            "`normalize` has " + given + " numbers, but the images have " + channels + " channels",
            "give one number for all channels, or " + channels);
      }
    }
    if (normalize.std().values().stream().anyMatch(std -> std <= 0)) {
      problems.add(at, "`normalize.std` has to be above 0: pixels are divided by it");
    }
  }

  private void checkSeeds(Experiment experiment, Mark whole) {
    Set<Integer> seen = new HashSet<>();
    for (int seed : experiment.seeds()) {
      if (!seen.add(seed)) {
        problems.add(whole, "`seeds` has " + seed + " twice; the second would be the same trial");
      }
    }
  }

  private void checkOptimizer(Experiment experiment, Mark whole) {
    boolean looksAheadAtNothing =
        experiment.training().optimizer() instanceof Sgd sgd
            && sgd.nesterov()
            && sgd.momentum() == 0;
    if (looksAheadAtNothing) {
      problems.add(
          binder.place(experiment.training().optimizer()).orElse(whole),
          "`nesterov` needs a `momentum` above 0",
          "for example {sgd: {momentum: 0.9, nesterov: true}}");
    }
  }

  private void checkLayers(Experiment experiment, Mark whole) {
    Facts facts = experiment.dataset().facts();
    List<Layer> layers = experiment.model().layers();
    ShapeNet net = new ShapeNet(facts.classes().size());
    Shape output;
    try {
      output = net.sequence(layers, Shape.of(facts.height(), facts.width(), facts.channels()));
    } catch (Misfit e) {
      problems.add(binder.place(net.current()).orElse(whole), e.getMessage(), e.hint());
      return;
    } catch (ArithmeticException e) {
      problems.add(binder.place(net.current()).orElse(whole), "more numbers than can be counted");
      return;
    }
    Layer last = layers.get(layers.size() - 1);
    Mark at = binder.place(last).orElse(whole);
    if (!output.equals(Shape.of(facts.classes().size()))) {
      problems.add(
          at,
          "the last layer gives "
              + output
              + ", but there are "
              + facts.classes().size()
              + " classes",
          output.rank() == 1
              ? "let it be `dense: classes`"
              : "let `flatten` and `dense: classes` follow it");
    } else if (activation(last) == ActivationFunction.SOFTMAX) {
      problems.add(
          at,
          "softmax in the last layer: the loss, cross-entropy, applies it already",
          "remove it; twice, it would slow learning down");
    }
  }

  private static ActivationFunction activation(Layer layer) {
    if (layer instanceof Dense dense) {
      return dense.activation();
    }
    if (layer instanceof Conv2d conv) {
      return conv.activation();
    }
    return layer instanceof Activation a ? a.function() : ActivationFunction.LINEAR;
  }
}
