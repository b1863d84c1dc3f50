package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From text to {@link Node}s. Resolves anchors and merge keys; refuses tags, further documents,
 * duplicate keys, and what is nested too deeply or grows too large through aliases.
 */
final class NodeParser {

  private static final YAMLFactory YAML = new YAMLFactory();

  /** Lists and maps in each other. */
  static final int DEEPEST = 40;

  /** What the program writes out itself has every default and every name, and so more of both. */
  private static final int WRITTEN_OUT = 4;

  /** In one file, with what stands for other values counted as what it stands for. */
  static final long MOST_NODES = 50_000;

  private final String file;
  private final @Nullable Mark fixed;
  private final Problems problems;
  private final int[] text;
  private final Map<String, Node> anchors = new HashMap<>();
  private final YAMLParser tokens;
  private final int times;

  private NodeParser(String text, String file, @Nullable Mark fixed, int times, Problems problems) {
    this.times = times;
    this.file = file;
    this.fixed = fixed;
    this.problems = problems;
    this.text = text.codePoints().toArray();
    try {
      this.tokens = YAML.createParser(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The node of a whole file; empty if it is not YAML, which is then a problem. */
  static Optional<Node> parse(String text, String file, Problems problems) {
    return new NodeParser(text, file, null, 1, problems).document();
  }

  /** The same of a text by {@link bakeoff.spec.SpecWriter}. */
  static Optional<Node> parseWrittenOut(String text, String name, Problems problems) {
    return new NodeParser(text, name, null, WRITTEN_OUT, problems).document();
  }

  /**
   * The node of a value that stands elsewhere than in a file: every part of it is at that place.
   */
  static Optional<Node> value(String text, Mark at, Problems problems) {
    return new NodeParser(text, at.file(), at, 1, problems).document();
  }

  private Optional<Node> document() {
    try (YAMLParser parser = tokens) {
      if (parser.nextToken() == null) {
        return Optional.of(new Node.Scalar(place(1, 1), "", Node.Scalar.Kind.NULL));
      }
      Node node = node(0);
      if (parser.nextToken() != null) {
        throw new Refused(here(), "a second document", "a file holds one experiment");
      }
      return Optional.of(node);
    } catch (Refused e) {
      problems.add(e.at, e.message, e.hint);
    } catch (JsonProcessingException e) {
      NotYaml why = NotYaml.of(e, tokens.currentTokenLocation());
      problems.add(place(why.line(), why.column()), why.message(), why.hint());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }

  private Node node(int depth) throws IOException, Refused {
    Mark at = here();
    checkDepth(depth, at);
    if (tokens.isCurrentAlias()) {
      Node target = anchors.get(tokens.getText());
      if (target == null) {
        throw new Refused(
            at,
            "`*" + tokens.getText() + "` stands for nothing",
            "`&" + tokens.getText() + "` has to stand before it");
      }
      checkDepth(depth + target.height(), at);
      return target;
    }
    if (tokens.getTypeId() != null) {
      throw new Refused(at, "a tag, " + tokens.getTypeId(), "tags have no meaning here: remove it");
    }
    Object anchor = tokens.getObjectId();
    Node node =
        switch (tokens.currentToken()) {
          case START_OBJECT -> mapping(at, depth);
          case START_ARRAY -> sequence(at, depth);
          case VALUE_NULL -> scalar(at, Node.Scalar.Kind.NULL);
          case VALUE_TRUE, VALUE_FALSE -> scalar(at, Node.Scalar.Kind.BOOLEAN);
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(at, Node.Scalar.Kind.NUMBER);
          default -> scalar(at, isQuoted() ? Node.Scalar.Kind.QUOTED : Node.Scalar.Kind.TEXT);
        };
    if (node.size() > times * MOST_NODES) {
      throw new Refused(at, "more than " + MOST_NODES + " values (aliases counted as used)", null);
    }
    if (anchor != null) {
      anchors.put(anchor.toString(), node);
    }
    return node;
  }

  private void checkDepth(int depth, Mark at) throws Refused {
    if (depth > times * DEEPEST) {
      throw new Refused(at, "lists and maps more than " + DEEPEST + " deep", null);
    }
  }

  private Node scalar(Mark at, Node.Scalar.Kind kind) throws IOException {
    String text = tokens.getText();
    return new Node.Scalar(at, text == null ? "" : text, kind);
  }

  /** Jackson does not say, but the text does; its offsets count code points. */
  private boolean isQuoted() {
    long offset = tokens.currentTokenLocation().getCharOffset();
    int first = offset >= 0 && offset < text.length ? text[(int) offset] : 0;
    return first == '"' || first == '\'';
  }

  private Node sequence(Mark at, int depth) throws IOException, Refused {
    List<Node> members = new ArrayList<>();
    while (tokens.nextToken() != JsonToken.END_ARRAY) {
      members.add(node(depth + 1));
    }
    return Node.Sequence.of(at, members);
  }

  private Node mapping(Mark at, int depth) throws IOException, Refused {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    List<Node> merged = new ArrayList<>();
    while (tokens.nextToken() != JsonToken.END_OBJECT) {
      Mark key = here();
      String name = tokens.currentName();
      tokens.nextToken();
      Node value = node(depth + 1);
      if (name.equals("<<")) {
        merged.add(value);
        continue;
      }
      Node.Entry before = entries.putIfAbsent(name, new Node.Entry(key, value));
      if (before != null) {
        problems.add(key, "`" + name + "` is given twice", "first in line " + before.key().line());
      }
    }
    for (Node source : merged) {
      merge(source, entries);
    }
    return Node.Mapping.of(at, entries);
  }

  /** YAML's merge key: what is not given here is taken from there; of a list, the first wins. */
  private void merge(Node source, Map<String, Node.Entry> entries) throws Refused {
    if (source instanceof Node.Mapping mapping) {
      mapping.entries().forEach(entries::putIfAbsent);
    } else if (source instanceof Node.Sequence sequence) {
      for (Node member : sequence.members()) {
        merge(member, entries);
      }
    } else {
      throw new Refused(source.at(), "`<<` takes a map, or a list of maps", null);
    }
  }

  private Mark here() {
    JsonLocation location = tokens.currentTokenLocation();
    return place(location.getLineNr(), location.getColumnNr());
  }

  private Mark place(int line, int column) {
    return fixed != null ? fixed : new Mark(file, Math.max(1, line), Math.max(1, column));
  }

  /** Ends the reading of a file; local to this class. */
  private static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Mark at;
    private final String message;
    private final @Nullable String hint;

    Refused(Mark at, String message, @Nullable String hint) {
      super(message);
      this.at = at;
      this.message = message;
      this.hint = hint;
    }
  }
}
