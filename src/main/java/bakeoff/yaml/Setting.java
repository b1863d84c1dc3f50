package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.problem.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code --set training.phases.0.epochs=1}: a value put over every file's own. */
public record Setting(List<String> path, String value) {

  public Setting {
    path = List.copyOf(path);
  }

  public static Setting parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || text.charAt(0) == '.' || text.charAt(equals - 1) == '.') {
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

  /** The root with the value in its place; with {@link Binder}, what is wrong with it is told. */
  Node.Mapping apply(Node.Mapping root, String file, Problems problems) {
    // Without the file: what is wrong with the value is so for all of them, and told once.
    Mark at = Mark.whole(toString());
    return NodeParser.value(value, at, problems)
        .map(node -> putEntry(root, 0, new Put(node, at, file, problems)))
        .orElse(root);
  }

  private record Put(Node value, Mark at, String file, Problems problems) {}

  private Node put(Node node, int depth, Put put) {
    if (depth == path.size()) {
      return put.value();
    }
    if (node instanceof Node.Sequence list) {
      return putMember(list, depth, put);
    }
    return putEntry(
        node instanceof Node.Mapping map ? map : Node.Mapping.of(put.at(), Map.of()), depth, put);
  }

  private Node.Mapping putEntry(Node.Mapping map, int depth, Put put) {
    String key = path.get(depth);
    Node.Entry before = map.entries().get(key);
    Node below = before == null ? Node.Mapping.of(put.at(), Map.of()) : before.value();
    Map<String, Node.Entry> entries = new LinkedHashMap<>(map.entries());
    entries.put(key, new Node.Entry(put.at(), put(below, depth + 1, put)));
    // The map's own place is where the file has it, unless this is what does not belong in it.
    return Node.Mapping.of(before == null ? put.at() : map.at(), entries);
  }

  private Node putMember(Node.Sequence list, int depth, Put put) {
    String step = path.get(depth);
    int size = list.members().size();
    int index = NumberText.parseInt(step).orElse(-1);
    if (index < 0 || index >= size) {
      put.problems()
          .add(
              Mark.whole(this + " in " + put.file()),
              "`"
                  + String.join(".", path.subList(0, depth))
                  + "` is a list of "
                  + size
                  + ", and has no member `"
                  + step
                  + "`",
              "members count from 0");
      return list;
    }
    List<Node> members = new ArrayList<>(list.members());
    members.set(index, put(members.get(index), depth + 1, put));
    return Node.Sequence.of(list.at(), members);
  }
}
