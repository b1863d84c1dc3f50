package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.initializer.TorchDefault;
import bakeoff.layer.Layer;
import bakeoff.layer.Shape;
import bakeoff.spec.Precision;
import bakeoff.train.Batch;
import bakeoff.train.Device;
import bakeoff.yaml.LayerText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** What holds of any network that can be written, for hundreds drawn at random. */
class RandomNetworksTest {

  private static final int NETWORKS = 300;
  private static final int RUN = 40;
  private static final int TRAINED = 60;

  /** Most need two or three. */
  private static final int STEPS = 60;

  /**
   * For training and for testing; what TensorFlow knows before it runs, and for some what it gives.
   */
  @Test
  void shapesAreThoseThatWereAnnounced() {
    Random random = new Random(20_261_122);
    for (int i = 0; i < NETWORKS; i++) {
      Shape input = Shape.of(3 + random.nextInt(10), 3 + random.nextInt(10), 1 + random.nextInt(6));
      RandomNetwork drawn = new RandomNetwork(random, input);
      List<String> lines = drawn.draw(1 + random.nextInt(6));
      List<Layer> layers = lines.stream().map(LayerText::of).toList();
      try (Graph graph = new Graph()) {
        Ops tf = Ops.create(graph);
        Variables variables = new Variables(tf);
        var size =
            org.tensorflow.ndarray.Shape.of(-1, input.height(), input.width(), input.channels());
        var images = tf.placeholder(TFloat32.class, Placeholder.shape(size));
        var step = i % 2 == 0 ? tf.constant(new long[] {1, 2}) : null;
        TfNet net = new TfNet(tf, variables, new TorchDefault(), 1, 10, step);
        var output = net.sequence(layers, images);
        assertEquals(drawn.shape(), net.shape(output), lines::toString);
        for (int n = 1; n < layers.size(); n++) {
          Shape shape = net.shape(net.sequence(layers.subList(0, n), images));
          assertEquals(drawn.shapes().get(n - 1), shape, lines::toString);
        }
        if (i < RUN) {
          try (Session session =
                  new Session(graph, Sessions.config(1, Device.CPU, Precision.FLOAT32));
              var fed =
                  TFloat32.tensorOf(
                      org.tensorflow.ndarray.Shape.of(
                          2, input.height(), input.width(), input.channels()))) {
            variables.initialize(session);
            try (var result = session.runner().feed(images, fed).fetch(output).run()) {
              assertEquals(
                  2 * drawn.shape().count(), result.get(0).shape().size(), lines::toString);
            }
          }
        }
      }
    }
  }

  @Test
  void theLossFallsOnFourImages() {
    Random random = new Random(4);
    Batch batch = Trainings.noise(4, 0);
    for (int i = 0; i < TRAINED; i++) {
      RandomNetwork drawn = new RandomNetwork(random, Shape.of(32, 32, 3));
      drawn.add("conv2d: {filters: 8, kernel_size: 3, strides: 4}");
      List<String> lines = drawn.draw(3);
      if (drawn.shape().isImage()) {
        drawn.add("flatten");
      }
      drawn.add("dense: 16");
      drawn.add("dense: classes");
      StringBuilder layers = new StringBuilder();
      lines.forEach(line -> layers.append("- ").append(line).append('\n'));
      try (TfModel model = new TfModel(Trainings.of(layers.toString(), "adam"), 1, 1, Device.CPU)) {
        double first = model.step(batch, 0.003, 0).loss();
        double last = first;
        for (int step = 1; step < STEPS && last >= 0.98 * first; step++) {
          last = model.step(batch, 0.003, step).loss();
          assertTrue(Double.isFinite(last), layers::toString);
        }
        assertTrue(last < 0.98 * first, first + " -> " + last + " by\n" + layers);
      }
    }
  }
}
