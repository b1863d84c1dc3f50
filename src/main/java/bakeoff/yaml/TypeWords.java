package bakeoff.yaml;

import bakeoff.schema.Doc;
import bakeoff.schema.Kinds;
import bakeoff.schema.Range;
import bakeoff.schema.Written;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be written for a key, in words, with links to the sections of the reference. */
final class TypeWords {

  private TypeWords() {}

  static String of(Type type, @Nullable Range range) {
    if (type instanceof ParameterizedType list) {
      return listOf(list.getActualTypeArguments()[0], range);
    }
    Class<?> part = (Class<?>) type;
    Section section = Section.of(part);
    if (section != null) {
      return section.isOneOf() ? "one of the " + section.link() : section.link();
    }
    if (part.isEnum()) {
      return Word.of(part).stream()
          .map(w -> "`" + w.name() + "`")
          .collect(Collectors.joining(", "));
    }
    return part.isRecord() ? forms(part) : scalar(part, range, "");
  }

  private static String listOf(Type member, @Nullable Range range) {
    if (member instanceof ParameterizedType inner) {
      return "list of lists of "
          + listOf(inner.getActualTypeArguments()[0], range).replaceFirst("^list of ", "");
    }
    Section section = member instanceof Class<?> part ? Section.of(part) : null;
    return "list of " + (section == null ? scalar((Class<?>) member, range, "s") : section.link());
  }

  /** The ways to write a record; as a map only if it has no section of its own. */
  private static String forms(Class<?> type) {
    List<String> forms = new ArrayList<>();
    for (Method factory : Kinds.shorthands(type)) {
      Range range = factory.getParameters()[0].getAnnotation(Range.class);
      Type parameter = factory.getGenericParameterTypes()[0];
      // Lists last: what is written most comes first.
      int place = parameter instanceof ParameterizedType ? forms.size() : 0;
      forms.add(place, of(parameter, range) + meaning(factory));
    }
    if (!Written.class.isAssignableFrom(type)) {
      throw new IllegalStateException(type + " needs a section in the reference");
    }
    return String.join("; or ", forms);
  }

  private static String meaning(Method factory) {
    Doc doc = factory.getAnnotation(Doc.class);
    if (doc == null) {
      return "";
    }
    String sentence = doc.value().replaceAll("\\.$", "");
    return " (" + sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1) + ")";
  }

  private static String scalar(Class<?> type, @Nullable Range range, String plural) {
    if (type == boolean.class || type == Boolean.class) {
      return "`true`, `false`";
    }
    if (type == String.class) {
      return "text";
    }
    boolean whole = type == int.class || type == Integer.class;
    String bounds = Ranges.words(range);
    return (whole ? "whole number" : "number") + plural + (bounds.isEmpty() ? "" : ", " + bounds);
  }
}
