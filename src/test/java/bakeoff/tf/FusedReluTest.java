package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class FusedReluTest {

  /** relu(x + b) at x + b = -1, 0, 2: the gradient passes where that is positive. */
  @Test
  void theGradientIsAskedOfTheOutputAndStaysTheSame() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> x = tf.constant(new float[][] {{-3, 1, 1}});
      Operand<TFloat32> sum = tf.withName("sum").nn.biasAdd(x, tf.constant(new float[] {2, -1, 1}));
      Operand<TFloat32> relu = tf.withName("relu").nn.relu(sum);
      Output<?>[] gradients = graph.addGradients(relu.asOutput(), new Output<?>[] {x.asOutput()});
      String gradient = gradients[0].op().name();
      assertEquals("sum", feature(graph));
      try (Graph fused = FusedRelu.in(graph)) {
        assertEquals("relu", feature(fused));
        assertArrayEquals(new float[] {0, 0, 1}, run(graph, gradient));
        assertArrayEquals(new float[] {0, 0, 1}, run(fused, gradient));
      }
    }
  }

  /** What the one ReluGrad of a graph looks at. */
  private static String feature(Graph graph) {
    return graph.toGraphDef().getNodeList().stream()
        .filter(node -> node.getOp().equals("ReluGrad"))
        .findFirst()
        .orElseThrow()
        .getInput(1);
  }

  private static float[] run(Graph graph, String name) {
    GraphOperation operation = graph.operationOrThrow(name);
    try (Session session = new Session(graph);
        var result = session.runner().fetch(operation.name()).run()) {
      return Tensors.read((TFloat32) result.get(0));
    }
  }
}
