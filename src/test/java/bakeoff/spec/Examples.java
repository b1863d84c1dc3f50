package bakeoff.spec;

import bakeoff.augment.RandomHorizontalFlip;
import bakeoff.dataset.Shapes;
import bakeoff.initializer.TorchDefault;
import bakeoff.layer.ActivationFunction;
import bakeoff.layer.Conv2d;
import bakeoff.layer.Dense;
import bakeoff.layer.Flatten;
import bakeoff.layer.Layers;
import bakeoff.layer.Padding;
import bakeoff.layer.Size;
import bakeoff.layer.Units;
import bakeoff.loss.CrossEntropy;
import bakeoff.optimizer.Optimizer;
import bakeoff.optimizer.Sgd;
import bakeoff.schedule.Constant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One small experiment, and it with one thing changed. */
public record Examples(
    @Nullable String description,
    Conv2d first,
    Optimizer optimizer,
    double rate,
    @Nullable Integer threads,
    List<Integer> seeds,
    @Nullable Reference reference) {

  public static final Examples PLAIN =
      new Examples(
          null,
          conv(Padding.of(Padding.Mode.VALID)),
          new Sgd(0.9, false, 0, 0),
          0.1,
          null,
          List.of(1),
          null);

  public static Conv2d conv(Padding padding) {
    return Layers.conv2d(
        4, Size.square(3), Size.square(1), padding, true, ActivationFunction.RELU, null);
  }

  /** With every other key's default. */
  public static Training training(
      int batchSize, Optimizer optimizer, List<Phase> phases, @Nullable Integer threads) {
    return new Training(
        batchSize,
        false,
        1,
        new CrossEntropy(0),
        optimizer,
        List.of(),
        null,
        null,
        null,
        TestViews.NONE,
        phases,
        null,
        null,
        threads,
        Precision.FLOAT32);
  }

  public Examples description(String other) {
    return new Examples(other, first, optimizer, rate, threads, seeds, reference);
  }

  public Examples first(Conv2d other) {
    return new Examples(description, other, optimizer, rate, threads, seeds, reference);
  }

  public Examples optimizer(Optimizer other) {
    return new Examples(description, first, other, rate, threads, seeds, reference);
  }

  public Examples rate(double other) {
    return new Examples(description, first, optimizer, other, threads, seeds, reference);
  }

  public Examples threads(int other) {
    return new Examples(description, first, optimizer, rate, other, seeds, reference);
  }

  public Examples seeds(Integer... other) {
    return new Examples(description, first, optimizer, rate, threads, List.of(other), reference);
  }

  public Examples reference(Reference other) {
    return new Examples(description, first, optimizer, rate, threads, seeds, other);
  }

  public Experiment experiment() {
    Dense last = Layers.dense(Units.of(Units.Named.CLASSES), true, ActivationFunction.LINEAR, null);
    return new Experiment(
        description,
        new Shapes(),
        null,
        null,
        new Normalize(Channels.all(0.5), Channels.of(List.of(0.2, 0.25, 0.3))),
        Augmentations.training(List.of(new RandomHorizontalFlip(0.5))),
        new Model(new TorchDefault(), List.of(first, new Flatten(), last)),
        training(32, optimizer, List.of(Phase.of(2, new Constant(rate))), threads),
        seeds,
        null,
        reference);
  }
}
