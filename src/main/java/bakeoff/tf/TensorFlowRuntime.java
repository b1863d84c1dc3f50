package bakeoff.tf;

import bakeoff.spec.Precision;
import bakeoff.train.Device;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;

/** What TensorFlow says of itself. */
public final class TensorFlowRuntime {

  private TensorFlowRuntime() {}

  public static String version() {
    return TensorFlow.version();
  }

  /** Whether a computation can be placed on a GPU. */
  public static boolean hasGpu() {
    try (Graph graph = new Graph();
        Session session = new Session(graph, Sessions.config(1, Device.GPU, Precision.FLOAT32))) {
      Ops tf = Ops.create(graph);
      var sum =
          tf.withDevice(DeviceSpec.newBuilder().deviceType(DeviceSpec.DeviceType.GPU).build())
              .math
              .add(tf.constant(1f), tf.constant(2f));
      try (var result = session.runner().fetch(sum).run()) {
        return result.size() == 1;
      }
    } catch (TensorFlowException | IllegalArgumentException e) {
      return false;
    }
  }
}
