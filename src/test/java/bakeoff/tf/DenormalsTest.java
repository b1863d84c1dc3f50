package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.spec.Precision;
import bakeoff.train.Device;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Arithmetic on numbers below the smallest normal one would be slow. */
class DenormalsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void areZeroInAStep(int threads) {
    try (Graph graph = new Graph();
        Session session =
            new Session(graph, Sessions.config(threads, Device.CPU, Precision.FLOAT32));
        TFloat32 small = TFloat32.scalarOf(1e-20f)) {
      Ops tf = Ops.create(graph);
      var x = tf.placeholder(TFloat32.class);
      var square = tf.math.mul(x, x);
      try (var result = session.runner().feed(x, small).fetch(square).run()) {
        assertEquals(0f, ((TFloat32) result.get(0)).getFloat());
      }
    }
  }
}
