package bakeoff.report;

import bakeoff.augment.Augmentation;
import bakeoff.augment.Interpolation;
import bakeoff.augment.RandomHorizontalFlip;
import bakeoff.augment.RandomRotation;
import bakeoff.augment.RandomVerticalFlip;
import bakeoff.claim.Claim;
import bakeoff.dataset.Cifar10;
import bakeoff.initializer.TorchDefault;
import bakeoff.layer.ActivationFunction;
import bakeoff.layer.Dropout;
import bakeoff.layer.Flatten;
import bakeoff.layer.Layer;
import bakeoff.layer.Layers;
import bakeoff.layer.MaxPool2d;
import bakeoff.layer.Padding;
import bakeoff.layer.Size;
import bakeoff.layer.Units;
import bakeoff.optimizer.Sgd;
import bakeoff.schedule.Constant;
import bakeoff.spec.Augmentations;
import bakeoff.spec.Channels;
import bakeoff.spec.Examples;
import bakeoff.spec.Experiment;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Model;
import bakeoff.spec.Normalize;
import bakeoff.spec.Phase;
import bakeoff.spec.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Experiment files as the article's models have them. */
final class Models {

  private static final List<Augmentation> FLIPS =
      List.of(
          new RandomHorizontalFlip(1),
          new RandomVerticalFlip(1),
          new RandomRotation(45, 0.5, Interpolation.NEAREST, 1));

  private static final List<Phase> TWO_PHASES =
      List.of(Phase.of(22, new Constant(0.001)), Phase.of(25, new Constant(0.0001)));

  private Models() {}

  /** All eight, with these seeds each. */
  static List<ExperimentFile> article(Integer... seeds) {
    List<Phase> two = List.of(Phase.of(2, new Constant(0.001)));
    List<Phase> more = List.of(Phase.of(25, new Constant(0.001)));
    List<Layer> first = net(List.of(6, 16), 120, 84);
    List<Layer> third = net(List.of(6, 16), 200, 100, 50);
    List<Layer> sixth = net(List.of(32, 64), 800, 400, 0, 200, 100, 0, 50);
    List<Layer> seventh = net(List.of(64, 128), 1600, 800, 400, 0, 200, 100, 0, 50);
    List<Layer> eighth = net(List.of(64, 128, -256), 1600, 800, 400, 0, 200, 100, 0, 50);
    return List.of(
        file("model-1", null, first, two, false, quote(0.53, null, 1.278), seeds),
        file("model-2", "model-1", first, two, true, quote(0.47, null, 1.503), seeds),
        file("model-3", "model-2", third, two, true, quote(0.46, null, 1.511), seeds),
        file("model-4", "model-3", third, more, true, quote(0.58, 0.6329, 1.041), seeds),
        file("model-5", "model-4", third, TWO_PHASES, true, quote(0.61, 0.7169, 0.8), seeds),
        file("model-6", "model-5", sixth, TWO_PHASES, true, quote(0.69, 0.9201, 0.249), seeds),
        file("model-7", "model-6", seventh, TWO_PHASES, true, quote(0.72, 0.9709, 0.092), seeds),
        file("model-8", "model-7", eighth, TWO_PHASES, true, quote(0.71, 0.9538, 0.15), seeds));
  }

  /** A small one. */
  static ExperimentFile small(String name, @Nullable String parent, int units, Integer... seeds) {
    return trained(name, parent, units, 3, seeds);
  }

  /** A small one, trained for so many epochs. */
  static ExperimentFile trained(
      String name, @Nullable String parent, int units, int epochs, Integer... seeds) {
    List<Phase> one = List.of(Phase.of(epochs, new Constant(0.001)));
    return file(name, parent, net(List.of(6), units), one, false, null, seeds);
  }

  /** A small one whose file claims something. */
  static ExperimentFile claiming(
      String name, @Nullable String parent, List<Claim> claims, Integer... seeds) {
    List<Phase> one = List.of(Phase.of(3, new Constant(0.001)));
    Reference reference = new Reference(null, null, null, null, null, claims);
    return file(name, parent, net(List.of(6), 10), one, false, reference, seeds);
  }

  private static Reference quote(double test, @Nullable Double train, double loss) {
    return new Reference(test, train, loss, "the article", "cut | short", List.of());
  }

  /** Negative filters follow without a pool between; 0 units are a dropout. */
  private static List<Layer> net(List<Integer> filters, int... units) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < filters.size(); i++) {
      layers.add(conv(Math.abs(filters.get(i))));
      if (i + 1 == filters.size() || filters.get(i + 1) > 0) {
        layers.add(new MaxPool2d(Size.square(2), null, Padding.Mode.VALID));
      }
    }
    layers.add(new Flatten());
    for (int unit : units) {
      layers.add(unit == 0 ? new Dropout(0.1) : dense(unit));
    }
    layers.add(Layers.dense(Units.of(Units.Named.CLASSES), true, ActivationFunction.LINEAR, null));
    return layers;
  }

  private static Layer conv(int filters) {
    return Layers.conv2d(
        filters,
        Size.square(5),
        Size.square(1),
        Padding.zeros(0),
        true,
        ActivationFunction.RELU,
        null);
  }

  private static Layer dense(int units) {
    return Layers.dense(Units.of(units), true, ActivationFunction.RELU, null);
  }

  private static ExperimentFile file(
      String name,
      @Nullable String parent,
      List<Layer> layers,
      List<Phase> phases,
      boolean flips,
      @Nullable Reference reference,
      Integer... seeds) {
    Experiment experiment =
        new Experiment(
            null,
            new Cifar10(),
            null,
            null,
            new Normalize(Channels.all(0.5), Channels.all(0.5)),
            flips ? new Augmentations(FLIPS, FLIPS) : Augmentations.training(List.of()),
            new Model(new TorchDefault(), layers),
            Examples.training(4, new Sgd(0.9, false, 0, 0), phases, null),
            List.of(seeds),
            null,
            reference);
    return new ExperimentFile(Path.of(name + ".yaml"), "cifar10", name, parent, experiment);
  }
}
