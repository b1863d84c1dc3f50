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
  private static final int DEEPEST = 40;
  private static final long MOST_NODES = 50_000;

  private final String file;
  private final @Nullable Mark fixed;
  private final Problems problems;
  private final Map<String, Node> anchors = new HashMap<>();
  private final YAMLParser tokens;

  private NodeParser(String text, String file, @Nullable Mark fixed, Problems problems) {
    this.file = file;
    this.fixed = fixed;
    this.problems = problems;
    try {
      this.tokens = YAML.createParser(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The node of a whole file; empty if it is not YAML, which is then a problem. */
  static Optional<Node> parse(String text, String file, Problems problems) {
    return new NodeParser(text, file, null, problems).document();
  }

  /**
   * The node of a value that stands elsewhere than in a file: every part of it is at that place.
   */
  static Optional<Node> value(String text, Mark at, Problems problems) {
    return new NodeParser(text, at.file(), at, problems).document();
  }

  private Optional<Node> document() {
    try (YAMLParser parser = tokens) {
      if (parser.nextToken() == null) {
        Mark whole = fixed != null ? fixed : Mark.whole(file);
        return Optional.of(new Node.Scalar(whole, "", Node.Scalar.Kind.NULL));
      }
      Node node = node(0);
      if (parser.nextToken() != null) {
        throw new Refused(here(), "a second document; a file holds one experiment", null);
      }
      return Optional.of(node);
    } catch (Refused e) {
      problems.add(e.at, e.message, e.hint);
    } catch (JsonProcessingException e) {
      problems.add(place(e.getLocation()), "not YAML: " + reason(e), hint(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }

  private Node node(int depth) throws IOException, Refused {
    Mark at = here();
    if (depth > DEEPEST) {
      throw new Refused(at, "nested more than " + DEEPEST + " deep", null);
    }
    if (tokens.isCurrentAlias()) {
      Node target = anchors.get(tokens.getText());
      if (target == null) {
        throw new Refused(at, "no anchor &" + tokens.getText() + " before this alias", null);
      }
      return target;
    }
    if (tokens.getTypeId() != null) {
      throw new Refused(at, "tags (!" + tokens.getTypeId() + ") have no meaning here", "remove it");
    }
    Object anchor = tokens.getObjectId();
    Node node =
        switch (tokens.currentToken()) {
          case START_OBJECT -> mapping(at, depth);
          case START_ARRAY -> sequence(at, depth);
          case VALUE_NULL -> scalar(at, Node.Scalar.Kind.NULL);
          case VALUE_TRUE, VALUE_FALSE -> scalar(at, Node.Scalar.Kind.BOOLEAN);
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(at, Node.Scalar.Kind.NUMBER);
          default -> scalar(at, Node.Scalar.Kind.TEXT);
        };
    if (node.size() > MOST_NODES) {
      throw new Refused(at, "more than " + MOST_NODES + " values (aliases counted as used)", null);
    }
    if (anchor != null) {
      anchors.put(anchor.toString(), node);
    }
    return node;
  }

  private Node scalar(Mark at, Node.Scalar.Kind kind) throws IOException {
    String text = tokens.getText();
    return new Node.Scalar(at, text == null ? "" : text, kind);
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
        problems.add(
            key, "`" + name + "` is given twice; first in line " + before.key().line(), null);
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
    return place(tokens.currentTokenLocation());
  }

  private Mark place(@Nullable JsonLocation location) {
    if (fixed != null) {
      return fixed;
    }
    return location == null
        ? Mark.whole(file)
        : new Mark(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  /** The parser's own sentence without its quotation of the text. */
  private static String reason(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    List<String> sentences =
        message
            .lines()
            .map(String::strip)
            .filter(line -> !line.startsWith("in 'reader'") && !line.startsWith("in reader"))
            .filter(line -> !line.startsWith("^") && !line.isEmpty())
            .toList();
    return sentences.stream()
        .filter(line -> line.startsWith("found") || line.contains("expected"))
        .findFirst()
        .orElse(sentences.isEmpty() ? "unreadable" : sentences.get(0));
  }

  private static @Nullable String hint(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (message.contains("TAB")) {
      return "indent with spaces; YAML refuses tabs";
    }
    if (message.contains("expected <block end>")) {
      return "look at the indentation: keys of one map begin in the same column";
    }
    return message.contains("mapping values are not allowed")
        ? "a `:` too many, or a line that is indented too far"
        : null;
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
