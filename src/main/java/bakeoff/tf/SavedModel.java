package bakeoff.tf;

import bakeoff.dataset.Facts;
import bakeoff.spec.Experiment;
import bakeoff.spec.Normalize;
import bakeoff.train.Array;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * A trained network in TensorFlow's SavedModel format. Its signature {@code serving_default} takes
 * {@code images}, uint8, batch x height x width x channels, as they are before normalization; it
 * gives {@code logits}, {@code probabilities}, {@code classes} (the most probable one's number) and
 * {@code labels}, the names of all classes.
 */
public final class SavedModel {

  private SavedModel() {}

  /**
   * @param arrays the weights by name; others are ignored
   */
  public static void write(Experiment experiment, Map<String, Array> arrays, Path folder)
      throws IOException {
    Facts facts = experiment.facts();
    int classes = facts.classes().size();
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Variables variables = new Variables(tf);
      Placeholder<TUint8> images =
          tf.withName("images")
              .placeholder(
                  TUint8.class,
                  Placeholder.shape(Shape.of(-1, facts.height(), facts.width(), facts.channels())));
      TfNet net = new TfNet(tf, variables, experiment.model().initializer(), 0, classes, null);
      Operand<TFloat32> logits =
          net.sequence(experiment.model().layers(), normalized(tf, images, experiment));
      tf.withName("logits").identity(logits);
      tf.withName("probabilities").nn.softmax(logits);
      tf.withName("classes").math.argMax(logits, tf.constant(1));
      tf.withName("labels")
          .constant(
              StandardCharsets.UTF_8,
              NdArrays.vectorOfObjects(facts.classes().toArray(String[]::new)));
      try (Graph frozen = Frozen.of(graph, arrays)) {
        write(frozen, folder);
      }
    }
  }

  private static void write(Graph graph, Path folder) throws IOException {
    Signature.Builder signature =
        Signature.builder().input("images", graph.operationOrThrow("images").output(0));
    for (String name : List.of("logits", "probabilities", "classes", "labels")) {
      signature.output(name, graph.operationOrThrow(name).output(0));
    }
    try (Session session = new Session(graph)) {
      SavedModelBundle.exporter(folder.toString())
          .withSession(session)
          .withSignature(signature.build())
          .export();
    }
  }

  private static Operand<TFloat32> normalized(
      Ops tf, Operand<TUint8> images, Experiment experiment) {
    Operand<TFloat32> x = tf.math.div(tf.dtypes.cast(images, TFloat32.class), tf.constant(255f));
    Normalize normalize = experiment.normalize();
    if (normalize == null) {
      return x;
    }
    int channels = experiment.facts().channels();
    float[] mean = new float[channels];
    float[] std = new float[channels];
    for (int i = 0; i < channels; i++) {
      mean[i] = (float) normalize.mean().get(i);
      std[i] = (float) normalize.std().get(i);
    }
    return tf.math.div(tf.math.sub(x, tf.constant(mean)), tf.constant(std));
  }
}
