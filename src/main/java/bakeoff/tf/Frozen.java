package bakeoff.tf;

import bakeoff.train.Array;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** A graph whose variables have become constants. */
final class Frozen {

  private Frozen() {}

  /**
   * The same computation, under the same names; what would assign to variables is left out.
   *
   * @param arrays by the names of the variables
   * @throws IllegalArgumentException if one is missing
   */
  static Graph of(Graph graph, Map<String, Array> arrays) {
    GraphDef whole = graph.toGraphDef();
    Map<String, String> variables = new HashMap<>();
    Set<String> left = new HashSet<>();
    for (NodeDef node : whole.getNodeList()) {
      if (node.getOp().equals("VarHandleOp")) {
        variables.put(node.getName(), node.getAttrOrThrow("shared_name").getS().toStringUtf8());
      } else if (node.getOp().equals("AssignVariableOp")) {
        left.add(node.getName());
        left.add(node.getInput(1));
      }
    }
    left.addAll(variables.keySet());
    GraphDef.Builder frozen = whole.toBuilder().clearNode();
    for (NodeDef node : whole.getNodeList()) {
      if (!left.contains(node.getName())) {
        frozen.addNode(
            node.getOp().equals("ReadVariableOp")
                ? constant(
                    node.getName(), array(arrays, variables.getOrDefault(node.getInput(0), "")))
                : node);
      }
    }
    Graph result = new Graph();
    result.importGraphDef(frozen.build());
    return result;
  }

  private static Array array(Map<String, Array> arrays, String name) {
    Array array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("no weights " + name);
    }
    return array;
  }

  private static NodeDef constant(String name, Array array) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    array.shape().forEach(size -> shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size)));
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(array.numbers().length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(array.numbers());
    TensorProto tensor =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_FLOAT)
            .setTensorShape(shape)
            .setTensorContent(ByteString.copyFrom(bytes))
            .build();
    return NodeDef.newBuilder()
        .setName(name)
        .setOp("Const")
        .putAttr("dtype", AttrValue.newBuilder().setType(DataType.DT_FLOAT).build())
        .putAttr("value", AttrValue.newBuilder().setTensor(tensor).build())
        .build();
  }
}
