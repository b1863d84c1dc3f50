package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.problem.Spelling;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code define} holds: values and lists by their names. */
record Definitions(Map<String, Node.Entry> values) {

  static final String KEY = "define";
  static final String DOC =
      "Values and lists by names, put in wherever `$name` stands; as a member of a list, a list's"
          + " members. A file that extends this one may give a name another value.";
  static final String EXAMPLE = "{width: 32, head: [{dense: {units: 120, activation: relu}}]}";

  /** What a name looks like. */
  static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

  private static final Pattern NAMES = Pattern.compile(NAME);

  Definitions {
    values = Map.copyOf(values);
  }

  /** Those of a file as it is, with what it extends below it. */
  static Definitions of(Node.Mapping root, Problems problems) {
    Map<String, Node.Entry> values = new LinkedHashMap<>();
    map(root, problems)
        .forEach(
            (name, entry) -> {
              if (NAMES.matcher(name).matches()) {
                values.put(name, entry);
              } else {
                problems.add(
                    entry.key(),
                    Words.code(name) + " cannot be a name",
                    "letters, digits and _ make a name; the first is no digit");
              }
            });
    return new Definitions(values);
  }

  /** The entries of {@code define}; none if it is not there or no map, which is then told. */
  static Map<String, Node.Entry> map(Node.Mapping root, Problems problems) {
    Node.Entry given = root.entries().get(KEY);
    if (given == null || (given.value() instanceof Node.Scalar scalar && scalar.isNull())) {
      return Map.of();
    }
    if (given.value() instanceof Node.Mapping map) {
      return map.entries();
    }
    problems.add(
        given.value().at(), "`define` has to be a map", "for example `define: " + EXAMPLE + "`");
    return Map.of();
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The same with another value of a name. */
  Definitions with(String name, Node.Entry entry) {
    Map<String, Node.Entry> changed = new LinkedHashMap<>(values);
    changed.put(name, entry);
    return new Definitions(changed);
  }

  void tellUnknown(Mark at, String name, Problems problems) {
    problems.add(
        at,
        values.isEmpty()
            ? "`$" + name + "` stands for nothing: there is no `define`"
            : "`$" + name + "` stands for nothing; `define` has " + list(),
        Spelling.nearest(name, values.keySet())
            .map(near -> "did you mean `$" + near + "`?")
            .orElse(
                values.isEmpty() ? "a text that begins with a dollar sign begins with two" : null));
  }

  private String list() {
    return Words.list(values.keySet().stream().sorted().toList());
  }

  /** The names that a node leads to, through other names too. */
  Set<String> usedIn(Node node) {
    Set<String> used = new HashSet<>();
    collect(node, used);
    return used;
  }

  private void collect(Node node, Set<String> used) {
    if (node instanceof Node.Mapping map) {
      map.entries().values().forEach(entry -> collect(entry.value(), used));
    } else if (node instanceof Node.Sequence list) {
      list.members().forEach(member -> collect(member, used));
    } else if (node instanceof Node.Scalar scalar) {
      String name = nameIn(scalar);
      Node.Entry entry = name == null ? null : values.get(name);
      if (name != null && used.add(name) && entry != null) {
        collect(entry.value(), used);
      }
    }
  }

  /** The name that stands for a value here; null if this is a value itself. */
  static @Nullable String nameIn(Node.Scalar scalar) {
    String text = scalar.text();
    boolean isName = text.startsWith("$") && NAMES.matcher(text.substring(1)).matches();
    return isName ? text.substring(1) : null;
  }

  static ObjectNode schema() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("description", DOC);
    node.putArray("examples").add(FlowText.parse(EXAMPLE));
    node.putArray("type").add("object").add("null");
    node.putObject("propertyNames").put("pattern", "^" + NAME + "$");
    return node;
  }
}
