package bakeoff.train;

import bakeoff.bench.Nets;
import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import bakeoff.dataset.Split;
import bakeoff.spec.Experiment;
import bakeoff.yaml.Setting;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An image of CIFAR-10, from its bytes in a file to its place in a batch. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls open() first
public class BatchBenchmark {

  private static final int BATCH = 128;

  @Param({
    "",
    "random_horizontal_flip: 1",
    "random_vertical_flip: 1",
    "random_crop: 4",
    "cutout: 8",
    "random_erasing: 1",
    "random_rotation: 45",
    "random_rotation: {degrees: 45, interpolation: bilinear}",
    "random_resized_crop",
    "color_jitter: {brightness: 0.4, contrast: 0.4, saturation: 0.4, hue: 0.1}",
    "trivial_augment_wide",
    "mixup: 0.2",
  })
  private String augmentation = "";

  private Pictures pictures;
  private Batch batch;
  private int[] order;
  private int from;

  @Setup
  public void open() {
    String list = augmentation.isEmpty() ? "[]" : "[{" + augmentation + "}]";
    Experiment experiment =
        Nets.read("1", "128", "float32", Setting.parse("augmentation.train=" + list));
    Split split = experiment.open(Path.of(System.getProperty("bakeoff.data"))).train();
    pictures = Pictures.train(experiment, split, 1);
    batch = Batch.of(BATCH, pictures.size(), pictures.classes());
    order = Chance.of(1, Purpose.SHUFFLE, 0).permutation(split.count());
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public Batch fill() {
    from = from + 2 * BATCH > order.length ? 0 : from + BATCH;
    pictures.fill(batch, order, from, 0);
    return batch;
  }
}
