package bakeoff.yaml;

import bakeoff.schema.Key;
import java.util.List;
import java.util.stream.Collectors;

/** The keys of a record as a Markdown table; empty if it has none. */
final class KeyTable {

  /** The rows of the keys that are not part of the experiment. */
  static final String OF_FILES =
      row(Extends.KEY, "a path, as `" + Extends.EXAMPLE + "`", Extends.DOC)
          + row(Definitions.KEY, "a map, as `" + Definitions.EXAMPLE + "`", Definitions.DOC)
          + row(Matrix.KEY, "a map of lists, as `" + Matrix.EXAMPLE + "`", Matrix.DOC);

  private KeyTable() {}

  private static String row(String key, String value, String doc) {
    return "\n| `" + key + "` | " + value + " | none | " + doc + " |";
  }

  static String of(Class<?> type) {
    List<Key> keys = Key.of(type);
    if (keys.isEmpty()) {
      return "";
    }
    String rows = keys.stream().map(KeyTable::row).collect(Collectors.joining("\n"));
    return "| key | value | default | meaning |\n|---|---|---|---|\n" + rows;
  }

  static String code(List<String> words) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }

  private static String row(Key key) {
    return "| `%s` | %s | %s | %s |"
        .formatted(
            key.name(),
            cell(TypeWords.of(key.type(), key.range())),
            defaultOf(key),
            cell(key.doc() + words(key) + synonyms(key)));
  }

  private static String defaultOf(Key key) {
    String text = key.defaultText();
    if (text != null) {
      return "`" + text + "`";
    }
    return key.isRequired() ? "*required*" : "none";
  }

  /** What the words of an enum mean, unless they have a section or the key's sentence says it. */
  private static String words(Key key) {
    StringBuilder meanings = new StringBuilder();
    for (Word word : Word.within(key.type())) {
      if (!key.doc().contains("`" + word.name() + "`")) {
        String end = word.doc().endsWith(".") ? "" : ".";
        meanings.append(" `" + word.name() + "`: " + word.doc() + end);
      }
    }
    return meanings.toString();
  }

  private static String synonyms(Key key) {
    return key.synonyms().isEmpty() ? "" : " Elsewhere " + code(key.synonyms()) + ".";
  }

  private static String cell(String words) {
    return words.replace("|", "\\|");
  }
}
