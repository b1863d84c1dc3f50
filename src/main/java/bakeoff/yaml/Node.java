package bakeoff.yaml;

import bakeoff.problem.Mark;
import java.util.List;
import java.util.Map;

/** YAML as it stands in a file, every part with its place. */
sealed interface Node {

  Mark at();

  /** How many nodes there are in it, with aliases counted as often as they are used. */
  long size();

  /** How many lists and maps are in each other; 0 for a word. */
  int height();

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

    @Override
    public int height() {
      return 0;
    }

    boolean isQuoted() {
      return kind == Kind.QUOTED;
    }

    boolean isNull() {
      return kind == Kind.NULL;
    }
  }

  /** A list. */
  record Sequence(Mark at, List<Node> members, long size, int height) implements Node {

    static Sequence of(Mark at, List<Node> members) {
      long size = members.stream().mapToLong(Node::size).sum();
      int height = members.stream().mapToInt(member -> 1 + member.height()).max().orElse(0);
      return new Sequence(at, List.copyOf(members), 1 + size, height);
    }
  }

  /** A map, in the order of the file. */
  record Mapping(Mark at, Map<String, Entry> entries, long size, int height) implements Node {

    static Mapping of(Mark at, Map<String, Entry> entries) {
      long size = 0;
      int height = 0;
      for (Entry entry : entries.values()) {
        size += entry.value().size();
        height = Math.max(height, 1 + entry.value().height());
      }
      return new Mapping(at, entries, 1 + size, height);
    }
  }

  /** What stands in for a value that could not be found, which was told: nothing is said of it. */
  record Lost(Mark at) implements Node {

    @Override
    public long size() {
      return 1;
    }

    @Override
    public int height() {
      return 0;
    }
  }

  /** A value of a map and the place of its key. */
  record Entry(Mark key, Node value) {}
}
