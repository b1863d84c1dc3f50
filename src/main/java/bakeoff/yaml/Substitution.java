package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts in the place of each {@code $name} what it stands for; {@code $$} begins a text with a
 * dollar sign. What cannot be put in is told, and lost.
 */
final class Substitution {

  private static final Pattern BRACES = Pattern.compile("\\$\\{(" + Definitions.NAME + ")}");

  /** A name whose value is being worked out, and where it stands. */
  private record Open(String name, Mark at) {}

  private final Definitions definitions;
  private final Problems problems;
  private final Map<String, Node> known = new HashMap<>();
  private final List<Open> open = new ArrayList<>();
  private long copied;
  private boolean full;

  Substitution(Definitions definitions, Problems problems) {
    this.definitions = definitions;
    this.problems = problems;
  }

  Node.Mapping in(Node.Mapping map) {
    return mapping(map, 0);
  }

  Node in(Node node) {
    return node(node, 0);
  }

  private Node node(Node node, int depth) {
    if (node instanceof Node.Mapping map) {
      return mapping(map, depth);
    }
    if (node instanceof Node.Sequence list) {
      return sequence(list, depth);
    }
    return node instanceof Node.Scalar scalar ? scalar(scalar, depth) : node;
  }

  private Node.Mapping mapping(Node.Mapping map, int depth) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, entry) ->
                entries.put(key, new Node.Entry(entry.key(), node(entry.value(), depth + 1))));
    return Node.Mapping.of(map.at(), entries);
  }

  private Node sequence(Node.Sequence list, int depth) {
    List<Node> members = new ArrayList<>();
    for (Node member : list.members()) {
      Node found = node(member, depth + 1);
      if (member instanceof Node.Scalar && found instanceof Node.Sequence several) {
        members.addAll(several.members());
      } else {
        members.add(found);
      }
    }
    return Node.Sequence.of(list.at(), members);
  }

  private Node scalar(Node.Scalar scalar, int depth) {
    String text = scalar.text();
    if (text.startsWith("$$")) {
      return new Node.Scalar(scalar.at(), text.substring(1), scalar.kind());
    }
    Matcher braces = BRACES.matcher(text);
    if (braces.matches()) {
      problems.add(scalar.at(), "`" + text + "` is no name", "write `$" + braces.group(1) + "`");
      return new Node.Lost(scalar.at());
    }
    String name = Definitions.nameIn(scalar);
    return name == null ? scalar : used(value(name, scalar.at()), scalar.at(), depth);
  }

  /** Each name's value is worked out once. */
  private Node value(String name, Mark at) {
    Node found = known.get(name);
    if (found != null) {
      return found;
    }
    Node.Entry entry = definitions.values().get(name);
    if (entry == null) {
      definitions.tellUnknown(at, name, problems);
      return new Node.Lost(at);
    }
    String ring = ring(name, at);
    if (ring != null || open.size() == NodeParser.DEEPEST) {
      problems.add(
          entry.key(),
          ring != null
              ? "`$" + name + "` is made of itself"
              : "names in names more than " + NodeParser.DEEPEST + " deep",
          ring);
      return new Node.Lost(at);
    }
    open.add(new Open(name, at));
    Node value = node(entry.value(), 0);
    open.remove(open.size() - 1);
    known.put(name, value);
    return value;
  }

  /** From a name back to it, with the place where each stands; null if it is not being made. */
  private @Nullable String ring(String name, Mark at) {
    List<String> names = open.stream().map(Open::name).toList();
    int first = names.indexOf(name);
    if (first < 0) {
      return null;
    }
    StringBuilder ring = new StringBuilder("$" + name);
    for (Open next : open.subList(first + 1, open.size())) {
      ring.append(" -> $" + next.name() + " in " + next.at());
    }
    return ring.append(" -> $" + name + " in " + at).toString();
  }

  /** A value with the place where it is put in. */
  private Node used(Node value, Mark at, int depth) {
    if (!full && copied + value.size() > NodeParser.MOST_NODES) {
      full = true;
      problems.add(
          at, "more than " + NodeParser.MOST_NODES + " values (names counted as what they are)");
    }
    if (full) {
      return new Node.Lost(at);
    }
    copied += value.size();
    if (depth + value.height() > NodeParser.DEEPEST) {
      problems.add(at, "lists and maps more than " + NodeParser.DEEPEST + " deep");
      return new Node.Lost(at);
    }
    return usedAt(value, at);
  }

  private static Node usedAt(Node node, Mark use) {
    Mark at = node.at().usedAt(use);
    if (node instanceof Node.Mapping map) {
      Map<String, Node.Entry> entries = new LinkedHashMap<>();
      map.entries()
          .forEach(
              (key, entry) ->
                  entries.put(
                      key, new Node.Entry(entry.key().usedAt(use), usedAt(entry.value(), use))));
      return Node.Mapping.of(at, entries);
    }
    if (node instanceof Node.Sequence list) {
      return Node.Sequence.of(at, list.members().stream().map(m -> usedAt(m, use)).toList());
    }
    return node instanceof Node.Scalar scalar
        ? new Node.Scalar(at, scalar.text(), scalar.kind())
        : new Node.Lost(at);
  }
}
