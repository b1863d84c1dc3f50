package bakeoff.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.spec.ExperimentFile;
import bakeoff.train.Trials;
import org.junit.jupiter.api.Test;

class EstimateTest {

  private static double seconds(int units, int batchSize, int epochs, int threads) {
    ExperimentFile file =
        Trials.file(
            "some",
            """
            dataset: shapes
            model: {layers: [flatten, dense: %d, dense: classes]}
            training:
              batch_size: %d
              optimizer: sgd
              threads: %d
              phases: [{epochs: %d, learning_rate: 0.1}]
            """
                .formatted(units, batchSize, threads, epochs));
    return Estimate.of(file).seconds();
  }

  /**
   * 3,072 x 100 weights, and 100 x 10: 616,400 FLOPs and 308,310 parameters. A step of 100 images
   * has 3 layers of 60 µs, 184.92 MFLOP at 100 GFLOP/s, and 6.1662 MB at 15 GB/s: 2.44028 ms, of
   * which an epoch has 40. The 1,000 test images take 6.164 ms.
   */
  @Test
  void addsLayersArithmeticAndMemory() {
    double step = 180e-6 + 1.8492e-3 + 0.41108e-3;
    assertEquals(2 + 40 * step + 6.164e-3, seconds(100, 100, 1, 1), 1e-6);
  }

  @Test
  void growsWithEpochsAlone() {
    double start = 2;
    assertEquals(7 * (seconds(100, 100, 1, 1) - start), seconds(100, 100, 7, 1) - start, 1e-9);
  }

  @Test
  void smallBatchesAndLargeNetworksCostMoreAndThreadsLess() {
    assertTrue(seconds(100, 4, 1, 1) > seconds(100, 100, 1, 1));
    assertTrue(seconds(1000, 100, 1, 1) > seconds(100, 100, 1, 1));
    assertTrue(seconds(1000, 100, 1, 2) < seconds(1000, 100, 1, 1));
  }
}
