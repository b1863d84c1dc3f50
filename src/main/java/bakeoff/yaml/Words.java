package bakeoff.yaml;

import bakeoff.problem.Problems;
import bakeoff.schema.Key;
import bakeoff.schema.Names;
import bakeoff.schema.Range;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
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
    String subject = path.isEmpty() ? "this" : "`" + path + "`";
    problems.add(node.at(), subject + " is " + given(node) + ", but has to be " + allowed, hint);
    return null;
  }

  @Nullable Object scalar(Node node, Class<?> type, @Nullable Range range, String path) {
    if (!(node instanceof Node.Scalar scalar)) {
      return refuse(node, path, form(type, range), null);
    }
    if (type == String.class) {
      return scalar.text();
    }
    Optional<?> value =
        scalar.isQuoted()
            ? Optional.empty()
            : type == boolean.class
                ? bool(scalar.text())
                : isWhole(type) ? NumberText.parseInt(scalar.text()) : real(scalar);
    if (value.isEmpty()) {
      return refuse(node, path, form(type, range), hint(scalar, type));
    }
    boolean outside = value.get() instanceof Number number && !within(range, number);
    return outside ? refuse(node, path, form(type, range), null) : value.get();
  }

  private static Optional<Double> real(Node.Scalar scalar) {
    return NumberText.isOctal(scalar.text()) ? Optional.empty() : number(scalar);
  }

  private static Optional<Double> number(Node.Scalar scalar) {
    return NumberText.parse(scalar.text());
  }

  private static boolean isWhole(Class<?> type) {
    return type == int.class || type == Integer.class;
  }

  private static Optional<Boolean> bool(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static @Nullable String hint(Node.Scalar scalar, Class<?> type) {
    if (type == boolean.class) {
      String word = scalar.text().toLowerCase(Locale.ROOT);
      return List.of("true", "yes", "on", "1").contains(word)
          ? "write `true`"
          : List.of("false", "no", "off", "0").contains(word) ? "write `false`" : null;
    }
    Optional<Double> number = number(scalar);
    if (number.isEmpty()) {
      return null;
    }
    if (scalar.isQuoted()) {
      return "remove the quotes";
    }
    return NumberText.isOctal(scalar.text())
        ? "write it without the 0 in front"
        : number.get() % 1 != 0 ? "nothing is rounded here" : null;
  }

  private static boolean within(@Nullable Range range, Number number) {
    double value = number.doubleValue();
    return range == null
        || (value >= range.min()
            && value <= range.max()
            && value > range.above()
            && value < range.below());
  }

  /**
   * A constant of an enum.
   *
   * @param allowed what else could stand there
   */
  @Nullable Object constant(Node node, Class<?> type, String path, String allowed) {
    Map<String, Object> constants = new LinkedHashMap<>();
    Map<String, String> foreign = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(Names.of((Enum<?>) constant), constant);
    }
    String text = node instanceof Node.Scalar scalar ? scalar.text() : "";
    Object found = constants.get(text);
    if (found != null) {
      return found;
    }
    for (Word word : Word.of(type)) {
      word.synonyms().forEach(synonym -> foreign.put(synonym, word.name()));
    }
    Unknown.Meant meant = Unknown.meant(text, constants.keySet(), foreign);
    return refuse(node, path, allowed, meant == null ? null : meant.hint());
  }

  /** A required key that is not there, or has nothing behind it. */
  void missing(Node.Mapping mapping, Key key, String path) {
    Node.Entry given = mapping.entries().get(key.name());
    String example = key.example();
    problems.add(
        given == null ? mapping.at() : given.key(),
        "`" + path + "` " + (given == null ? "is missing" : "has no value, and no default"),
        example.isEmpty() ? null : "for example `" + key.name() + ": " + example + "`");
  }

  /** What people call the kinds of a sealed interface: layer, data set. */
  static String noun(Class<?> sealed) {
    return sealed.getSimpleName().equals("DatasetSource")
        ? "data set"
        : sealed.getSimpleName().toLowerCase(Locale.ROOT);
  }

  static String list(Collection<String> words) {
    return words.stream().map(Words::code).collect(Collectors.joining(", "));
  }

  /** What has to stand there: "a whole number, 1 to 65,536". */
  static String form(Type type, @Nullable Range range) {
    if (type instanceof ParameterizedType list) {
      Type member = list.getActualTypeArguments()[0];
      return "a list of " + (member instanceof Class<?> part ? many(part) : "lists");
    }
    Class<?> kind = (Class<?>) type;
    if (kind == String.class) {
      return "text";
    }
    if (kind == boolean.class) {
      return "true or false";
    }
    if (kind.isEnum()) {
      List<String> names = Word.of(kind).stream().map(Word::name).toList();
      return (names.size() == 1 ? "" : "one of ") + list(names);
    }
    String bounds = Ranges.words(range);
    return "a " + number(kind) + (bounds.isEmpty() ? "" : ", " + bounds);
  }

  private static String many(Class<?> member) {
    return (member.isPrimitive() || Number.class.isAssignableFrom(member)
            ? number(member)
            : noun(member))
        + "s";
  }

  private static String number(Class<?> type) {
    return isWhole(type) ? "whole number" : "number";
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
      return scalar.isNull()
          ? "empty"
          : code(scalar.isQuoted() ? '"' + scalar.text() + '"' : scalar.text());
    }
    if (node instanceof Node.Sequence sequence) {
      int size = sequence.members().size();
      return size == 0 ? "an empty list" : "a list of " + size;
    }
    return "a map";
  }

  /** Between backquotes, without line ends and escapes, and not too much of it. */
  static String code(String text) {
    StringBuilder line = new StringBuilder("`");
    text.codePoints()
        .limit(LONGEST_QUOTE)
        .map(point -> breaksLine(point) ? ' ' : point)
        .forEach(line::appendCodePoint);
    boolean whole = text.codePointCount(0, text.length()) <= LONGEST_QUOTE;
    return line.append(whole ? "`" : "…`").toString();
  }

  private static boolean breaksLine(int point) {
    int type = Character.getType(point);
    return Character.isISOControl(point)
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
