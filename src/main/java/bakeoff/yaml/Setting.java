package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.problem.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code --set training.phases.0.epochs=1}: a value put over every file's own. */
public record Setting(List<String> path, String value) {

  public Setting {
    path = List.copyOf(path);
  }

  public static Setting parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new UserError(
          "--set " + text + ": has to be KEY=VALUE", "for example training.phases.0.epochs=1");
    }
    List<String> path = Arrays.asList(text.substring(0, equals).split("\\.", -1));
    return new Setting(path, text.substring(equals + 1));
  }

  @Override
  public String toString() {
    return "--set " + String.join(".", path) + "=" + value;
  }

  /** The root with the value in its place. */
  Node apply(Node root, String file, Problems problems) {
    Mark at = Mark.whole(file + " with " + this);
    Optional<Node> node = NodeParser.value(value, at, problems);
    return node.isEmpty() ? root : put(root, 0, node.get(), at, problems);
  }

  private Node put(Node node, int depth, Node value, Mark at, Problems problems) {
    if (depth == path.size()) {
      return value;
    }
    String step = path.get(depth);
    if (node instanceof Node.Sequence list) {
      return putMember(list, step, depth, value, at, problems);
    }
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    if (node instanceof Node.Mapping mapping) {
      entries.putAll(mapping.entries());
    }
    Node.Entry before = entries.get(step);
    Node below = before == null ? Node.Mapping.of(at, Map.of()) : before.value();
    entries.put(
        step,
        new Node.Entry(
            before == null ? at : before.key(), put(below, depth + 1, value, at, problems)));
    return Node.Mapping.of(node.at(), entries);
  }

  private Node putMember(
      Node.Sequence list, String step, int depth, Node value, Mark at, Problems problems) {
    int index = NumberText.parseInt(step).orElse(-1);
    if (index < 0 || index >= list.members().size()) {
      String key = String.join(".", path.subList(0, depth));
      problems.add(
          at,
          "`"
              + key
              + "` is a list of "
              + list.members().size()
              + ", and has no member `"
              + step
              + "`",
          "members count from 0");
      return list;
    }
    List<Node> members = new ArrayList<>(list.members());
    members.set(index, put(members.get(index), depth + 1, value, at, problems));
    return Node.Sequence.of(list.at(), members);
  }
}
