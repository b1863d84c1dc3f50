package bakeoff.yaml;

import bakeoff.schema.Doc;
import bakeoff.schema.Kinds;
import bakeoff.schema.Names;
import bakeoff.schema.Synonyms;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A constant of an enum as it is written, what it means, and what other tools call it. */
record Word(String name, String doc, List<String> synonyms) {

  static List<Word> of(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(c -> of((Enum<?>) c)).toList();
  }

  /** The words that a key of this type takes, unless they have a section of their own. */
  static List<Word> within(Type type) {
    if (!(type instanceof Class<?> part) || Section.of(part) != null) {
      return List.of();
    }
    Stream<Class<?>> parameters =
        Kinds.shorthands(part).stream().flatMap(m -> Arrays.stream(m.getParameterTypes()));
    return Stream.concat(Stream.of(part), parameters)
        .filter(Class::isEnum)
        .flatMap(words -> of(words).stream())
        .toList();
  }

  private static Word of(Enum<?> constant) {
    try {
      Field field = constant.getDeclaringClass().getField(constant.name());
      Doc doc = field.getAnnotation(Doc.class);
      Synonyms synonyms = field.getAnnotation(Synonyms.class);
      return new Word(
          Names.of(constant),
          doc == null ? "" : doc.value(),
          synonyms == null ? List.of() : List.of(synonyms.value()));
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("a constant is a field", e);
    }
  }
}
