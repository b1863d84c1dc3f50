package bakeoff.yaml;

import bakeoff.dataset.Facts;
import bakeoff.layer.Activation;
import bakeoff.layer.ActivationFunction;
import bakeoff.layer.BatchNorm;
import bakeoff.layer.Conv2d;
import bakeoff.layer.Dense;
import bakeoff.layer.Layer;
import bakeoff.layer.Misfit;
import bakeoff.layer.Repeat;
import bakeoff.layer.Residual;
import bakeoff.layer.Row;
import bakeoff.layer.Sequential;
import bakeoff.layer.Shape;
import bakeoff.layer.ShapeNet;
import bakeoff.loss.CrossEntropy;
import bakeoff.loss.Loss;
import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import java.util.List;

/** Whether the layers fit the images, each other, and the classes. */
final class LayerChecks {

  /** So many of the last shapes are told when a layer does not fit. */
  private static final int TRAIL = 6;

  private static final double LEAST_MOMENTUM = 0.5;

  private final Problems problems;
  private final Binder binder;
  private final Mark root;

  LayerChecks(Problems problems, Binder binder, Mark root) {
    this.problems = problems;
    this.binder = binder;
    this.root = root;
  }

  void check(List<Layer> layers, Facts facts) {
    layers.forEach(this::checkMomentum);
    new WhiteningCheck(problems, binder, root).check(layers, facts.channels());
    int classes = facts.classes().size();
    ShapeNet net = new ShapeNet(classes);
    Shape input = Shape.of(facts.height(), facts.width(), facts.channels());
    Shape output;
    try {
      output = net.sequence(layers, input);
    } catch (Misfit e) {
      problems.add(
          binder.place(net.current()).orElse(root),
          String.valueOf(e.getMessage()),
          e.hint() + "\n    shapes so far: " + trail(input, net.rows()));
      return;
    } catch (ArithmeticException e) {
      problems.add(binder.place(net.current()).orElse(root), "more numbers than can be counted");
      return;
    }
    Layer last = layers.get(layers.size() - 1);
    Mark at = binder.place(last).orElse(root);
    if (!output.equals(Shape.of(classes))) {
      problems.add(
          at,
          "the last layer gives " + output + ", but there are " + classes + " classes",
          last instanceof Dense
              ? "let it be `dense: classes`"
              : output.rank() == 1
                  ? "let `dense: classes` follow it"
                  : "let `flatten` and `dense: classes` follow it");
    } else if (net.rows().stream().allMatch(row -> row.parameters() == row.frozen())) {
      problems.add(at, "nothing in this network learns", "let a layer have `trainable: true`");
    } else {
      checkSoftmax(last);
    }
  }

  private void checkMomentum(Layer layer) {
    layer.inner().forEach(this::checkMomentum);
    if (layer instanceof BatchNorm norm && norm.momentum() < LEAST_MOMENTUM) {
      problems.add(
          binder.place(norm, "momentum").or(() -> binder.place(norm)).orElse(root),
          "`batch_norm.momentum` is the share of the running figures that a step keeps, and "
              + norm.momentum()
              + " keeps next to nothing",
          "PyTorch's momentum is the share that is new: its 0.1 is 0.9 here, as in Keras");
    }
  }

  private void checkSoftmax(Layer last) {
    Layer innermost = last;
    while (innermost instanceof Sequential || innermost instanceof Repeat) {
      innermost = innermost.inner().get(innermost.inner().size() - 1);
    }
    boolean entropy =
        binder.part("training.loss", Loss.class).map(l -> l instanceof CrossEntropy).orElse(true);
    if (entropy && activation(innermost) == ActivationFunction.SOFTMAX) {
      problems.add(
          binder.place(innermost, "activation").or(() -> binder.place(last)).orElse(root),
          "softmax in the last layer: the loss, cross-entropy, applies it already",
          "remove it; twice, it would slow learning down");
    }
  }

  /** Of composite layers, what is in them. */
  private static String trail(Shape input, List<Row> rows) {
    List<String> steps =
        rows.stream()
            .filter(row -> !row.composite())
            .map(row -> row.name() + " " + row.output())
            .toList();
    List<String> last = steps.subList(Math.max(0, steps.size() - TRAIL), steps.size());
    String start = steps.size() <= TRAIL ? input.toString() : "…";
    return last.isEmpty() ? start : start + ", " + String.join(", ", last);
  }

  private static ActivationFunction activation(Layer layer) {
    if (layer instanceof Dense dense) {
      return dense.activation();
    }
    if (layer instanceof Conv2d conv) {
      return conv.activation();
    }
    if (layer instanceof Residual residual) {
      return residual.activation();
    }
    return layer instanceof Activation a ? a.function() : ActivationFunction.LINEAR;
  }
}
