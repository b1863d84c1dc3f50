package bakeoff.yaml;

import bakeoff.problem.Mark;
import java.util.List;
import java.util.Map;

/** YAML as it stands in a file, every part with its place. */
sealed interface Node {

  Mark at();

  /** How many nodes there are in it, with aliases counted as often as they are used. */
  long size();

  /** A word or number; {@code kind} is what YAML 1.1 takes it for, or that quotes make it text. */
  record Scalar(Mark at, String text, Kind kind) implements Node {

    enum Kind {
      QUOTED,
      TEXT,
      NUMBER,
      BOOLEAN,
      NULL
    }

    @Override
    public long size() {
      return 1;
    }

    boolean isQuoted() {
      return kind == Kind.QUOTED;
    }

    boolean isNull() {
      return kind == Kind.NULL;
    }
  }

  /** A list. */
  record Sequence(Mark at, List<Node> members, long size) implements Node {

    static Sequence of(Mark at, List<Node> members) {
      return new Sequence(
          at, List.copyOf(members), 1 + members.stream().mapToLong(Node::size).sum());
    }
  }

  /** A map, in the order of the file. */
  record Mapping(Mark at, Map<String, Entry> entries, long size) implements Node {

    static Mapping of(Mark at, Map<String, Entry> entries) {
      long size = entries.values().stream().mapToLong(entry -> entry.value().size()).sum();
      return new Mapping(at, entries, 1 + size);
    }
  }

  /** What stands in for a value that could not be found, which was told: nothing is said of it. */
  record Lost(Mark at) implements Node {

    @Override
    public long size() {
      return 1;
    }
  }

  /** A value of a map and the place of its key. */
  record Entry(Mark key, Node value) {}
}
