package bakeoff.yaml;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.schema.Doc;
import bakeoff.schema.Key;
import bakeoff.schema.Kinds;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind and key of the language says of itself. */
class VocabularyTest {

  static Stream<Class<?>> records() {
    return Section.ALL.stream()
        .map(Section::type)
        .flatMap(type -> type.isSealed() ? Kinds.of(type).values().stream() : Stream.of(type))
        .filter(Class::isRecord);
  }

  @ParameterizedTest
  @MethodSource("records")
  void hasASentenceForItselfAndForEachKey(Class<?> type) {
    Doc doc = type.getAnnotation(Doc.class);
    assertNotNull(doc, type + " has no @Doc");
    assertTrue(doc.value().endsWith("."), doc.value());
    for (Key key : Key.of(type)) {
      assertTrue(key.doc().endsWith("."), type + "." + key.name() + ": " + key.doc());
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void showsAValueForEachRequiredKey(Class<?> type) {
    for (Key key : Key.of(type)) {
      boolean isMap = key.type() instanceof Class<?> part && Section.of(part) != null;
      if (key.isRequired() && !isMap) {
        assertFalse(key.example().isEmpty(), type + "." + key.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void hasAtMostOneMainKeyAndNoSynonymThatIsAKey(Class<?> type) {
    assertTrue(Key.of(type).stream().filter(Key::isMain).count() <= 1);
    Set<String> names = new HashSet<>();
    Key.of(type).forEach(key -> names.add(key.name()));
    Key.of(type).forEach(key -> key.synonyms().forEach(word -> assertFalse(names.contains(word))));
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyWordOfItsKeysHasAMeaning(Class<?> type) {
    for (Key key : Key.of(type)) {
      Word.within(key.type())
          .forEach(word -> assertFalse(word.doc().isEmpty(), key.name() + ": " + word.name()));
    }
  }

  static Stream<Class<?>> sealed() {
    return Section.ALL.stream().map(Section::type).filter(Class::isSealed).map(type -> type);
  }

  @ParameterizedTest
  @MethodSource("sealed")
  void aKindsForeignNamesAreNoKindsNames(Class<?> sealed) {
    Map<String, Class<?>> kinds = Kinds.of(sealed);
    for (Class<?> kind : kinds.values()) {
      var synonyms = kind.getAnnotation(bakeoff.schema.Synonyms.class);
      for (String word : synonyms == null ? new String[0] : synonyms.value()) {
        assertFalse(kinds.containsKey(word), kind + ": " + word);
      }
    }
  }
}
