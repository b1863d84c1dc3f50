package bakeoff.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.dataset.Cifar10;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {

  private final Experiment experiment = Examples.PLAIN.experiment();
  private final Network network = experiment.network();

  @Test
  void countsParametersAndFlops() {
    // conv2d: 3·3·3·4 + 4; dense: 30·30·4·10 + 10, of a 32x32x3 image.
    assertEquals(112 + 36_010, network.parameters());
    assertEquals(2 * (30 * 30 * 4 * 27 + 36_000), network.flops());
  }

  @Test
  void aTrainingIsThreePassesAnImageAndEpoch() {
    int images = experiment.dataset().facts().trainImages();
    assertEquals(3L * network.flops() * images * 2, network.trainingFlops(experiment));
  }

  @Test
  void aTrainingWithoutEndDoesNotOverflow() {
    Training training = experiment.training();
    Phase endless = Phase.of(1_000_000, training.phases().get(0).learningRate());
    Experiment endlessly =
        new Experiment(
            null,
            new Cifar10(),
            null,
            null,
            null,
            experiment.augmentation(),
            experiment.model(),
            Examples.training(32, training.optimizer(), Collections.nCopies(2_000, endless), null),
            List.of(1),
            null,
            null);
    assertEquals(Long.MAX_VALUE, network.trainingFlops(endlessly));
  }

  /** The default number of threads is frozen: another gives other bits. */
  @Test
  void theDefaultOfThreadsFollowsFromTheWorkOfAStep() {
    assertEquals(1, network.threads(1));
    long perImage = 3 * network.flops();
    int just = Math.toIntExact(500_000_000 / perImage);
    assertEquals(1, network.threads(just));
    assertEquals(2, network.threads(just + 1));
  }
}
