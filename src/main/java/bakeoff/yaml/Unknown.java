package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.problem.Spelling;
import bakeoff.schedule.Schedule;
import bakeoff.schema.Key;
import bakeoff.schema.Kinds;
import bakeoff.schema.Names;
import bakeoff.schema.Synonyms;
import java.lang.reflect.AnnotatedElement;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Kinds and keys that the language does not have, and which of its own was meant. */
final class Unknown {

  /** The language's own word for another, and how to say so. */
  record Meant(String name, String hint) {}

  private static final int SHORTEST_BEGINNING = 4;

  private final Problems problems;

  Unknown(Problems problems) {
    this.problems = problems;
  }

  /** The kind that another language calls so, or that is spelt nearly so. */
  static @Nullable Meant meant(String name, Class<?> sealed) {
    Map<String, Class<?>> kinds = Kinds.of(sealed);
    Map<String, String> foreign = new LinkedHashMap<>();
    kinds.forEach((own, kind) -> synonyms(kind).forEach(word -> foreign.put(word, own)));
    return meant(name, kinds.keySet(), foreign);
  }

  void kind(String name, Mark at, Class<?> sealed) {
    Map<String, Class<?>> kinds = Kinds.of(sealed);
    Meant meant = meant(name, sealed);
    problems.add(
        at,
        "unknown "
            + Words.noun(sealed)
            + " "
            + Words.code(name)
            + "; there are "
            + Words.list(kinds.keySet()),
        isOfPhases(name, sealed)
            ? "write a phase for each part, as {epochs: 5, learning_rate: {linear: {from: 0, to: 0.1}}}"
            : meant != null ? meant.hint() : wordOfAKind(name, kinds));
  }

  /** Steps of a rate, and warming up, are phases here. */
  private static boolean isOfPhases(String name, Class<?> sealed) {
    return sealed == Schedule.class && plain(name).matches(".*(step|warmup).*");
  }

  /** A kind's main key may take this as a word: {@code - relu} is {@code - activation: relu}. */
  private static @Nullable String wordOfAKind(String name, Map<String, Class<?>> kinds) {
    for (Map.Entry<String, Class<?>> kind : kinds.entrySet()) {
      for (Key key : Key.of(kind.getValue())) {
        if (key.isMain() && key.type() instanceof Class<?> words && words.isEnum()) {
          for (Word word : Word.of(words)) {
            boolean isMeant =
                Stream.concat(Stream.of(word.name()), word.synonyms().stream())
                    .anyMatch(known -> plain(known).equals(plain(name)));
            if (isMeant) {
              return "write `" + kind.getKey() + ": " + word.name() + "`";
            }
          }
        }
      }
    }
    return null;
  }

  /** Several keys where there should be one, a kind's name. */
  void severalKinds(Node.Mapping mapping, Class<?> sealed, String path) {
    problems.add(
        mapping.at(),
        "`"
            + path
            + "` has to be one "
            + Words.noun(sealed)
            + ", but there are "
            + Words.list(mapping.entries().keySet()),
        severalKindsHint(mapping, Kinds.of(sealed)));
  }

  private static @Nullable String severalKindsHint(
      Node.Mapping mapping, Map<String, Class<?>> kinds) {
    Set<String> given = mapping.entries().keySet();
    String first = given.iterator().next();
    List<String> rest = given.stream().skip(1).toList();
    Class<?> kind = kinds.get(first);
    if (kind != null && names(Key.of(kind)).containsAll(rest)) {
      return Words.list(rest)
          + (rest.size() == 1 ? " belongs in `" : " belong in `")
          + first
          + "`: indent further, or write {"
          + first
          + ": {…}}";
    }
    for (Node.Entry entry : mapping.entries().values()) {
      if (entry.value() instanceof Node.Scalar scalar && kinds.containsKey(scalar.text())) {
        return "write {" + scalar.text() + ": {…}}";
      }
    }
    List<String> fitting =
        kinds.keySet().stream()
            .filter(name -> names(Key.of(kinds.getOrDefault(name, Void.class))).containsAll(given))
            .map(name -> "{" + name + ": {…}}")
            .toList();
    return fitting.isEmpty() ? null : "write " + String.join(" or ", fitting);
  }

  /** The record's keys that the unknown ones among the given stand for; null if none is unknown. */
  @Nullable Set<String> keys(Node.Mapping mapping, Class<?> record, String path) {
    List<Key> keys = Key.of(record);
    List<String> names = names(keys);
    Set<String> meant = null;
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      if (!names.contains(entry.getKey())) {
        meant = meant == null ? new HashSet<>() : meant;
        Meant own = key(entry.getKey(), entry.getValue().key(), record, path);
        if (own != null) {
          meant.add(own.name());
        }
      }
    }
    return meant;
  }

  private @Nullable Meant key(String name, Mark at, Class<?> record, String path) {
    List<Key> keys = Key.of(record);
    List<String> names = names(keys);
    Map<String, String> foreign = new LinkedHashMap<>();
    keys.forEach(key -> key.synonyms().forEach(word -> foreign.put(word, key.name())));
    Meant meant = meant(name, names, foreign);
    String where = path.isEmpty() ? "an experiment" : "`" + path + "`";
    problems.add(
        at,
        "unknown key "
            + Words.code(name)
            + "; "
            + where
            + (names.isEmpty() ? " has none" : " has " + Words.list(names)),
        meant != null ? meant.hint() : Elsewhere.hint(name, record));
    return meant;
  }

  private static List<String> names(List<Key> keys) {
    return keys.stream().map(Key::name).toList();
  }

  static @Nullable Meant meant(String word, Collection<String> names, Map<String, String> foreign) {
    for (Map.Entry<String, String> synonym : foreign.entrySet()) {
      if (plain(synonym.getKey()).equals(plain(word))) {
        String own = synonym.getValue();
        return new Meant(own, "here it is called `" + own + "`");
      }
    }
    return names.stream()
        .filter(name -> plain(name).equals(plain(word)))
        .findFirst()
        .or(() -> Spelling.nearest(Names.yaml(word), names))
        .or(() -> names.stream().filter(name -> oneBeginsTheOther(name, word)).findFirst())
        .map(name -> new Meant(name, "did you mean `" + name + "`?"))
        .orElse(null);
  }

  private static boolean oneBeginsTheOther(String name, String word) {
    return Math.min(name.length(), word.length()) >= SHORTEST_BEGINNING
        && (name.startsWith(word) || word.startsWith(name));
  }

  static List<String> synonyms(AnnotatedElement element) {
    Synonyms given = element.getAnnotation(Synonyms.class);
    return given == null ? List.of() : List.of(given.value());
  }

  /** ReLU, LeakyReLU and AveragePooling2D are not told apart from their snake case. */
  static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }
}
