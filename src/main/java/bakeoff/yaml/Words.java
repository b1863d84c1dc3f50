package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.problem.Spelling;
import bakeoff.schema.Key;
import bakeoff.schema.Kinds;
import bakeoff.schema.Names;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;
import bakeoff.spec.Numbers;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads single words and numbers, and words what is wrong with the others. */
final class Words {

  private static final int LONGEST_QUOTE = 60;

  private final Problems problems;

  Words(Problems problems) {
    this.problems = problems;
  }

  /** Adds the problem and is null, as a value that could not be read. */
  @Nullable Object refuse(Node node, String path, String allowed, @Nullable String hint) {
    String key = path.isEmpty() ? "" : "`" + path + "`: ";
    problems.add(node.at(), key + given(node) + "; has to be " + allowed, hint);
    return null;
  }

  @Nullable Object scalar(Node node, Class<?> type, @Nullable Range range, String path) {
    if (!(node instanceof Node.Scalar scalar)) {
      return refuse(node, path, form(type), null);
    }
    Optional<?> value =
        type == int.class || type == Integer.class
            ? quoted(scalar) ? Optional.empty() : NumberText.parseInt(scalar.text())
            : type == double.class || type == Double.class
                ? quoted(scalar) ? Optional.empty() : NumberText.parse(scalar.text())
                : type == boolean.class ? bool(scalar) : Optional.of(scalar.text());
    if (value.isEmpty()) {
      return refuse(node, path, form(type) + bounds(range), numberHint(scalar, type));
    }
    if (range != null && value.get() instanceof Number number && !within(range, number)) {
      return refuse(node, path, form(type) + bounds(range), null);
    }
    return value.get();
  }

  /** A number in quotes: what would have been a number without them came as text. */
  private static boolean quoted(Node.Scalar scalar) {
    return scalar.kind() == Node.Scalar.Kind.TEXT
        && scalar.text().matches("[-+]?[0-9]+(\\.[0-9]*)?");
  }

  private static Optional<Boolean> bool(Node.Scalar scalar) {
    return switch (scalar.text()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static @Nullable String numberHint(Node.Scalar scalar, Class<?> type) {
    if (quoted(scalar)) {
      return "remove the quotes";
    }
    boolean whole = type == int.class || type == Integer.class;
    return whole && NumberText.parse(scalar.text()).isPresent()
        ? "a fraction or too large a number is not rounded here"
        : null;
  }

  private static boolean within(Range range, Number number) {
    double value = number.doubleValue();
    return value >= range.min()
        && value <= range.max()
        && value > range.above()
        && value < range.below();
  }

  /** {@code ", at least 1"} and the like; empty without a range. */
  static String bounds(@Nullable Range range) {
    if (range == null) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    if (Double.isFinite(range.min())) {
      parts.add("at least " + Numbers.shortest(range.min()));
    }
    if (Double.isFinite(range.above())) {
      parts.add("above " + Numbers.shortest(range.above()));
    }
    if (Double.isFinite(range.max())) {
      parts.add("at most " + Numbers.shortest(range.max()));
    }
    if (Double.isFinite(range.below())) {
      parts.add("below " + Numbers.shortest(range.below()));
    }
    return parts.isEmpty() ? "" : ", " + String.join(", ", parts);
  }

  @Nullable Object constant(Node node, Class<?> type, String path) {
    Map<String, Object> constants = new LinkedHashMap<>();
    Map<String, String> foreign = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      String name = Names.of((Enum<?>) constant);
      constants.put(name, constant);
      synonyms(field(type, constant)).forEach(synonym -> foreign.put(synonym, name));
    }
    String text = node instanceof Node.Scalar scalar ? scalar.text() : "";
    Object found = constants.get(text);
    return found != null
        ? found
        : refuse(
            node,
            path,
            "one of " + list(constants.keySet()),
            suggestion(text, constants.keySet(), foreign).orElse(null));
  }

  private static AnnotatedElement field(Class<?> type, Object constant) {
    try {
      return type.getField(((Enum<?>) constant).name());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("an enum has a field for each constant", e);
    }
  }

  @Nullable Object unknownKind(String name, Mark at, Class<?> sealed) {
    Map<String, Class<?>> kinds = Kinds.of(sealed);
    Map<String, String> foreign = new LinkedHashMap<>();
    kinds.forEach((own, kind) -> synonyms(kind).forEach(word -> foreign.put(word, own)));
    problems.add(
        at,
        "unknown " + noun(sealed) + " `" + cut(name) + "`; there are " + list(kinds.keySet()),
        suggestion(name, kinds.keySet(), foreign).orElse(null));
    return null;
  }

  @Nullable Object severalKinds(Node.Mapping mapping, Class<?> sealed, String path) {
    String first = mapping.entries().keySet().iterator().next();
    Class<?> kind = Kinds.of(sealed).get(first);
    List<String> rest = mapping.entries().keySet().stream().skip(1).toList();
    boolean indentation =
        kind != null && Key.of(kind).stream().anyMatch(key -> rest.contains(key.name()));
    problems.add(
        mapping.at(),
        "`"
            + path
            + "`: one "
            + noun(sealed)
            + " expected, but there are "
            + list(mapping.entries().keySet()),
        indentation
            ? "indent "
                + list(rest)
                + " further than `"
                + first
                + ":`, or write {"
                + first
                + ": {…}}"
            : null);
    return null;
  }

  /** False if there is a key that does not belong. */
  boolean knownKeys(Node.Mapping mapping, List<Key> keys, String path) {
    List<String> names = keys.stream().map(Key::name).toList();
    Map<String, String> foreign = new LinkedHashMap<>();
    keys.forEach(key -> key.synonyms().forEach(word -> foreign.put(word, key.name())));
    boolean good = true;
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      if (!names.contains(entry.getKey())) {
        good = false;
        String where = path.isEmpty() ? "an experiment" : "`" + path + "`";
        problems.add(
            entry.getValue().key(),
            "unknown key `"
                + cut(entry.getKey())
                + "`; "
                + where
                + (names.isEmpty() ? " has no keys" : " has " + list(names)),
            suggestion(entry.getKey(), names, foreign).orElse(null));
      }
    }
    return good;
  }

  void missing(Node.Mapping mapping, Key key, String path) {
    String example = key.example();
    problems.add(
        mapping.at(),
        "`" + path + "` is missing",
        example.isEmpty() ? null : "for example `" + key.name() + ": " + example + "`");
  }

  private static Optional<String> suggestion(
      String word, Collection<String> names, Map<String, String> foreign) {
    String own = foreign.get(Names.yaml(word).replace('-', '_'));
    return own != null
        ? Optional.of("here it is called `" + own + "`")
        : Spelling.nearest(Names.yaml(word), names).map(name -> "did you mean `" + name + "`?");
  }

  private static List<String> synonyms(AnnotatedElement element) {
    Synonyms given = element.getAnnotation(Synonyms.class);
    return given == null ? List.of() : List.of(given.value());
  }

  /** What people call the kinds of a sealed interface: layer, data set. */
  static String noun(Class<?> sealed) {
    return sealed.getSimpleName().equals("DatasetSource")
        ? "data set"
        : sealed.getSimpleName().toLowerCase(Locale.ROOT);
  }

  static String list(Collection<String> words) {
    return words.stream().map(word -> "`" + cut(word) + "`").collect(Collectors.joining(", "));
  }

  static String form(Type type) {
    if (type instanceof ParameterizedType list) {
      return "a list, each " + form(list.getActualTypeArguments()[0]);
    }
    Class<?> kind = (Class<?>) type;
    if (kind == int.class || kind == Integer.class) {
      return "a whole number";
    }
    if (kind == double.class || kind == Double.class) {
      return "a number";
    }
    if (kind == boolean.class) {
      return "true or false";
    }
    if (kind.isEnum()) {
      List<String> names = new ArrayList<>();
      for (Object constant : kind.getEnumConstants()) {
        names.add(Names.of((Enum<?>) constant));
      }
      return names.size() == 1 ? list(names) : "one of " + list(names);
    }
    return kind == String.class ? "text" : "a " + noun(kind);
  }

  /** Whether a node has the look of a parameter's type; its value may still be wrong. */
  static boolean couldBe(Node node, Class<?> type) {
    if (type == List.class) {
      return node instanceof Node.Sequence;
    }
    boolean number =
        node instanceof Node.Scalar scalar && NumberText.parse(scalar.text()).isPresent();
    return type.isEnum() ? node instanceof Node.Scalar && !number : number;
  }

  private static String given(Node node) {
    if (node instanceof Node.Scalar scalar) {
      String text = cut(scalar.text());
      return scalar.isNull() ? "nothing given" : quoted(scalar) ? "\"" + text + "\"" : text;
    }
    return node instanceof Node.Sequence ? "a list" : "a map";
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
  }
}
