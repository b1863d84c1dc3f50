package bakeoff.yaml;

import bakeoff.dataset.DatasetSource;
import bakeoff.dataset.Facts;
import bakeoff.schema.Doc;
import bakeoff.schema.Key;
import bakeoff.schema.Kinds;
import bakeoff.schema.Synonyms;
import bakeoff.spec.Experiment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The reference of every key and kind, as Markdown, from the annotated records. */
public final class Reference {

  private static final String HEAD = "| word | is | elsewhere |\n|---|---|---|";

  private final StringBuilder text = new StringBuilder();

  private Reference() {}

  public static String text() {
    Reference reference = new Reference();
    String sections = Section.ALL.stream().map(Section::link).collect(Collectors.joining(", "));
    reference.text.append(introduction().replace("{sections}", sections));
    for (Section section : Section.ALL) {
      reference.add(section);
    }
    return reference.text.toString();
  }

  private static String introduction() {
    try (InputStream file = Reference.class.getResourceAsStream("reference-intro.md")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Section section) {
    Class<?> type = section.type();
    paragraph("## " + section.title());
    paragraph(doc(type));
    paragraph(section.introduction());
    if (type.isEnum()) {
      paragraph(words(type));
    } else if (isTable(type)) {
      paragraph(table(type));
    } else if (type.isSealed()) {
      Kinds.of(type).forEach((name, kind) -> kind(section, name, kind));
    } else {
      paragraph(KeyTable.of(type) + (type == Experiment.class ? KeyTable.OF_FILES : ""));
    }
  }

  private void kind(Section section, String name, Class<?> kind) {
    paragraph("### `" + name + "`");
    paragraph(doc(kind) + elsewhere(kind));
    if (DatasetSource.class.isAssignableFrom(kind)) {
      paragraph(facts(kind));
    }
    paragraph("```yaml\n" + Example.of(section.place(), name, kind) + "\n```");
    paragraph(KeyTable.of(kind));
  }

  private void paragraph(String words) {
    if (!words.isEmpty()) {
      text.append('\n').append(words).append('\n');
    }
  }

  /** Kinds without keys are told in a line each, data sets apart. */
  private static boolean isTable(Class<?> type) {
    return type.isSealed()
        && type != DatasetSource.class
        && Kinds.of(type).values().stream().allMatch(kind -> Key.of(kind).isEmpty());
  }

  private static String table(Class<?> sealed) {
    StringBuilder table = new StringBuilder(HEAD);
    Kinds.of(sealed)
        .forEach((name, kind) -> table.append(row(new Word(name, doc(kind), synonyms(kind)))));
    return table.toString();
  }

  private static String words(Class<?> type) {
    StringBuilder table = new StringBuilder(HEAD);
    Word.of(type).forEach(word -> table.append(row(word)));
    return table.toString();
  }

  private static String row(Word word) {
    String synonyms = KeyTable.code(word.synonyms());
    return "\n| `%s` | %s | %s |".formatted(word.name(), word.doc(), synonyms);
  }

  private static String facts(Class<?> kind) {
    if (!Key.of(kind).isEmpty()) {
      return "";
    }
    Facts facts = instance(kind).facts();
    return String.format(
        Locale.ROOT,
        "%,d training and %,d test images of %d x %d pixels, %s, in %d classes: %s.",
        facts.trainImages(),
        facts.testImages(),
        facts.height(),
        facts.width(),
        facts.channels() == 1 ? "1 channel" : facts.channels() + " channels",
        facts.classes().size(),
        String.join(", ", facts.classes()));
  }

  private static DatasetSource instance(Class<?> kind) {
    try {
      return (DatasetSource) kind.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(kind + " has no keys, so it can be made", e);
    }
  }

  private static String elsewhere(AnnotatedElement kind) {
    List<String> synonyms = synonyms(kind);
    return synonyms.isEmpty() ? "" : " Elsewhere called " + KeyTable.code(synonyms) + ".";
  }

  private static List<String> synonyms(AnnotatedElement kind) {
    Synonyms synonyms = kind.getAnnotation(Synonyms.class);
    return synonyms == null ? List.of() : List.of(synonyms.value());
  }

  private static String doc(AnnotatedElement element) {
    Doc doc = element.getAnnotation(Doc.class);
    return doc == null ? "" : doc.value();
  }
}
