package bakeoff.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A worker's resident memory: flat while it trains, and bounded. */
@EnabledOnOs(OS.LINUX)
@Timeout(1200)
class MemoryTest {

  private static final int EPOCHS = Integer.getInteger("bakeoff.memory.epochs", 500);
  private static final double MOST_GROWTH = 12;
  private static final double MODEL_7_MEBIBYTES = 1536;

  /** Ten steps an epoch. */
  private static final String NET =
      """
      dataset: shapes
      subset: {fraction: 0.1, classes: [circle, ring]}
      augmentation: [random_horizontal_flip, random_rotation: 15, mixup]
      model:
        layers:
          - conv2d: {filters: 4, kernel_size: 3, strides: 2}
          - batch_norm
          - dropout: 0.2
          - max_pool2d: 2
          - flatten
          - dense: classes
      training:
        batch_size: 8
        optimizer: {sgd: {momentum: 0.9}}
        phases: [{epochs: %d, learning_rate: 0.01}]
      """;

  @TempDir private Path folder = Path.of("");

  /** Of the worker, every 50 ms until the run has ended. */
  private static List<Double> mebibytes(Started run) throws InterruptedException {
    List<Double> all = new ArrayList<>();
    while (run.isAlive()) {
      run.workers().stream()
          .findFirst()
          .map(worker -> new Resident(worker.pid()).mebibytes())
          .filter(size -> size > 0)
          .ifPresent(all::add);
      Thread.sleep(50);
    }
    return all;
  }

  private static double most(List<Double> sizes) {
    return sizes.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  @Test
  void staysTheSameOverThousandsOfStepsAndHundredsOfEpochs()
      throws IOException, InterruptedException {
    Bench bench = new Bench(folder.resolve("long"));
    bench.write("net", NET.formatted(EPOCHS));
    Started run = bench.start(Map.of());
    List<Double> sizes = mebibytes(run);
    assertEquals(0, run.code(), run.words());
    assertTrue(sizes.size() > 30, sizes.toString());
    // The first third warms up: Java compiles, pools grow to what they need.
    double middle = most(sizes.subList(sizes.size() / 3, 2 * sizes.size() / 3));
    double end = most(sizes.subList(2 * sizes.size() / 3, sizes.size()));
    System.out.printf(
        "%d steps: %.0f MiB in the middle, %.0f MiB at the end%n", 10 * EPOCHS, middle, end);
    assertTrue(end - middle < MOST_GROWTH, sizes.toString());
  }

  /** The images are drawn, as large as CIFAR-10's; the memory is the network's. */
  @Test
  void ofTheArticlesLargestModelIsBounded() throws IOException, InterruptedException {
    Started run =
        Started.of(
            folder,
            Map.of(),
            "run",
            "experiments/cifar10/model-7.yaml",
            "--results",
            folder.resolve("results"),
            "--runs",
            folder.resolve("runs"),
            "--set",
            "dataset=shapes",
            "--set",
            "reference=null",
            "--set",
            "subset=0.02",
            "--set",
            "training.phases=[{steps: 20, learning_rate: 0.0001}]",
            "--set",
            "seeds=[1]");
    double most = most(mebibytes(run));
    assertEquals(0, run.code(), run.words());
    System.out.printf("model 7 at batch 4: %.0f MiB%n", most);
    assertTrue(most > 100 && most < MODEL_7_MEBIBYTES, most + " MiB");
  }
}
