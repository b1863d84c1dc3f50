package bakeoff.yaml;

import bakeoff.problem.Problems;
import bakeoff.problem.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which combinations are no part of a grid. */
final class Exclusions {

  private static final String FORM =
      "write `exclude: [{width: 64, batch_size: 4}]`; a key may have a list of values";

  private final List<Axis> axes;
  private final Map<String, String> names;
  private final Problems problems;

  /**
   * @param names what the axis of each key is called in names of experiments
   */
  Exclusions(List<Axis> axes, Map<String, String> names, Problems problems) {
    this.axes = axes;
    this.names = names;
    this.problems = problems;
  }

  /** Labels by the keys of some axes; what has one of each is excluded. */
  List<Map<String, Set<String>>> of(Node exclude) {
    List<Map<String, Set<String>>> found = new ArrayList<>();
    if (!(exclude instanceof Node.Sequence list)) {
      problems.add(exclude.at(), "`matrix.exclude` has to be a list of maps", FORM);
      return found;
    }
    for (Node member : list.members()) {
      if (member instanceof Node.Mapping map && !map.entries().isEmpty()) {
        found.add(of(map));
      } else {
        problems.add(member.at(), "a member of `matrix.exclude` has to be a map", FORM);
      }
    }
    return found;
  }

  private Map<String, Set<String>> of(Node.Mapping map) {
    Map<String, Set<String>> found = new HashMap<>();
    map.entries()
        .forEach(
            (key, entry) -> {
              Axis axis = axis(key);
              if (axis == null) {
                problems.add(
                    entry.key(),
                    "`matrix` has no " + Words.code(key) + "; it has " + Words.list(names.values()),
                    Spelling.nearest(key, names.values())
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse(null));
              } else {
                found.put(axis.key(), labels(axis, entry.value()));
              }
            });
    return found;
  }

  /** By its name, or by the key in full. */
  private @Nullable Axis axis(String key) {
    return axes.stream()
        .filter(axis -> axis.key().equals(key) || key.equals(names.get(axis.key())))
        .findFirst()
        .orElse(null);
  }

  private Set<String> labels(Axis axis, Node value) {
    List<Node> values = value instanceof Node.Sequence list ? list.members() : List.of(value);
    Set<String> labels = new HashSet<>();
    for (Node each : values) {
      boolean isWritten =
          each instanceof Node.Scalar scalar && axis.values().containsKey(scalar.text());
      String label = isWritten ? ((Node.Scalar) each).text() : Axis.label(each);
      if (label != null && axis.values().containsKey(label)) {
        labels.add(label);
      } else {
        problems.add(
            each.at(),
            "`matrix."
                + axis.key()
                + "` has no such value; it has "
                + Words.list(axis.values().keySet()));
      }
    }
    return labels;
  }
}
