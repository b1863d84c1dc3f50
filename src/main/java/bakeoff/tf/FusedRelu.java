package bakeoff.tf;

import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Lets TensorFlow fuse a ReLU with the convolution or product before it.
 *
 * <p>TensorFlow's gradient of a ReLU looks at the ReLU's input, and so keeps it alive as a result
 * of its own. The output is positive at the same places: asked of that, the gradient is the same
 * numbers, and nothing but the ReLU needs the input.
 */
final class FusedRelu {

  private FusedRelu() {}

  /** The same computation, under the same names, in a graph of its own. */
  static Graph in(Graph graph) {
    GraphDef.Builder nodes = graph.toGraphDef().toBuilder();
    Map<String, String> outputs = new HashMap<>();
    for (NodeDef node : nodes.getNodeList()) {
      if (node.getOp().equals("Relu")) {
        outputs.put(node.getInput(0), node.getName());
      }
    }
    for (NodeDef.Builder node : nodes.getNodeBuilderList()) {
      if (node.getOp().equals("ReluGrad")) {
        node.setInput(1, outputs.getOrDefault(node.getInput(1), node.getInput(1)));
      }
    }
    Graph fused = new Graph();
    fused.importGraphDef(nodes.build());
    return fused;
  }
}
