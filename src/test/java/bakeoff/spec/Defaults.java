package bakeoff.spec;

import bakeoff.schema.Key;
import bakeoff.schema.Kinds;
import bakeoff.schema.Names;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records of the language with every default, made without the reader that is under test too. */
final class Defaults {

  private Defaults() {}

  /** Every record that can stand in a file, from this one down. */
  static Set<Class<?>> records(Class<?> root) {
    Set<Class<?>> found = new LinkedHashSet<>();
    visit(root, found);
    return found;
  }

  private static void visit(Type type, Set<Class<?>> found) {
    if (type instanceof ParameterizedType list) {
      visit(list.getActualTypeArguments()[0], found);
      return;
    }
    Class<?> part = (Class<?>) type;
    if (part.isSealed()) {
      Kinds.of(part).values().forEach(kind -> visit(kind, found));
    } else if (part.isRecord()
        && !bakeoff.schema.Written.class.isAssignableFrom(part)
        && found.add(part)) {
      Key.of(part).forEach(key -> visit(key.type(), found));
    }
  }

  /** Required keys get a number, an empty list, or nothing. */
  static Record record(Class<?> type) throws ReflectiveOperationException {
    List<Key> keys = Key.of(type);
    Object[] values = new Object[keys.size()];
    Class<?>[] types = new Class<?>[keys.size()];
    for (int i = 0; i < values.length; i++) {
      Key key = keys.get(i);
      types[i] = key.component().getType();
      String text = key.defaultText();
      values[i] = text == null ? required(types[i]) : value(key.type(), text);
    }
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    return (Record) constructor.newInstance(values);
  }

  private static @Nullable Object required(Class<?> type) {
    if (type == int.class) {
      return 1;
    }
    if (type == double.class) {
      return 0.5;
    }
    return type == List.class ? List.of() : null;
  }

  private static Object value(Type type, String text) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType list) {
      List<Object> members = new ArrayList<>();
      for (String member : text.replaceAll("[\\[\\]]", "").split(", ", -1)) {
        if (!member.isEmpty()) {
          members.add(value(list.getActualTypeArguments()[0], member));
        }
      }
      return members;
    }
    Class<?> part = (Class<?>) type;
    if (part == int.class || part == Integer.class) {
      return Integer.valueOf(text);
    }
    if (part == double.class || part == Double.class) {
      return Double.valueOf(text);
    }
    if (part == String.class) {
      return text;
    }
    if (part == boolean.class) {
      return Boolean.valueOf(text);
    }
    if (part.isEnum()) {
      return word(part, text);
    }
    Class<?> kind = part.isSealed() ? Kinds.of(part).get(text) : null;
    return kind == null ? shorthand(part, text) : record(kind);
  }

  private static Object word(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> Names.of((Enum<?>) constant).equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static Object shorthand(Class<?> type, String text) throws ReflectiveOperationException {
    for (Method factory : Kinds.shorthands(type)) {
      Type parameter = factory.getGenericParameterTypes()[0];
      boolean list = parameter instanceof ParameterizedType;
      boolean word = parameter instanceof Class<?> words && words.isEnum();
      boolean isWord = Character.isLetter(text.charAt(0));
      if (list == text.startsWith("[") && word == isWord) {
        return factory.invoke(null, value(parameter, text));
      }
    }
    throw new IllegalStateException(type + " cannot be written as " + text);
  }
}
