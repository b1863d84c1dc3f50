package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.schema.Kinds;
import bakeoff.spec.Experiment;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way to a value through maps and lists, as {@code training.phases.0.epochs}. */
record KeyPath(List<String> steps) {

  KeyPath {
    steps = List.copyOf(steps);
  }

  /** What is told of a list that has no such member: what is wrong, and the way out. */
  @FunctionalInterface
  interface Missing {
    void tell(String message, String hint);
  }

  private record Put(Node value, Mark at, Missing missing) {}

  static KeyPath of(String dotted) {
    return new KeyPath(Arrays.asList(dotted.split("\\.", -1)));
  }

  String first() {
    return steps.get(0);
  }

  /**
   * The root with a value in this place; maps that are not there on the way are made.
   *
   * @param at where the path is written
   */
  Node.Mapping put(Node.Mapping root, Node value, Mark at, Missing missing) {
    return putEntry(root, Experiment.class, 0, new Put(value, at, missing));
  }

  private Node put(Node node, Type type, int depth, Put put) {
    if (depth == steps.size()) {
      return put.value();
    }
    boolean isPlace = NumberText.parseInt(steps.get(depth)).isPresent();
    Node open = isPlace ? node : kindAsMap(type, Merge.spelledOut(type, node));
    if (open instanceof Node.Sequence list) {
      return putMember(list, type, depth, put);
    }
    return putEntry(
        open instanceof Node.Mapping map ? map : Node.Mapping.of(put.at(), Map.of()),
        type,
        depth,
        put);
  }

  /** {@code adam} as {@code {adam: {}}}: what is put beside it is another kind, and told so. */
  private static Node kindAsMap(Type type, Node node) {
    boolean isKind =
        node instanceof Node.Scalar word
            && type instanceof Class<?> sort
            && sort.isSealed()
            && Kinds.of(sort).containsKey(word.text());
    if (!isKind) {
      return node;
    }
    Node.Entry alone = new Node.Entry(node.at(), Node.Mapping.of(node.at(), Map.of()));
    return Node.Mapping.of(node.at(), Map.of(((Node.Scalar) node).text(), alone));
  }

  private Node.Mapping putEntry(Node.Mapping map, Type type, int depth, Put put) {
    String key = steps.get(depth);
    Node.Entry before = map.entries().get(key);
    Node below = before == null ? Node.Mapping.of(put.at(), Map.of()) : before.value();
    Map<String, Node.Entry> entries = new LinkedHashMap<>(map.entries());
    entries.put(key, new Node.Entry(put.at(), put(below, Merge.typeOf(type, key), depth + 1, put)));
    // The map's own place is where the file has it, unless this is what does not belong in it.
    return Node.Mapping.of(before == null ? put.at() : map.at(), entries);
  }

  private Node putMember(Node.Sequence list, Type type, int depth, Put put) {
    String step = steps.get(depth);
    int size = list.members().size();
    int index = NumberText.parseInt(step).orElse(-1);
    if (index < 0 || index >= size) {
      put.missing()
          .tell(
              "`"
                  + String.join(".", steps.subList(0, depth))
                  + "` is a list of "
                  + size
                  + ", and has no member `"
                  + step
                  + "`",
              "members count from 0");
      return list;
    }
    List<Node> members = new ArrayList<>(list.members());
    members.set(index, put(members.get(index), Merge.typeOf(type, step), depth + 1, put));
    return Node.Sequence.of(list.at(), members);
  }

  @Override
  public String toString() {
    return String.join(".", steps);
  }
}
