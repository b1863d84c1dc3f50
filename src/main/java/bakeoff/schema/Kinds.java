package bakeoff.schema;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds of a sealed interface: its {@code permits} clause is the registry. */
public final class Kinds {

  private static final Map<Class<?>, Map<String, Class<?>>> CACHE = new LinkedHashMap<>();

  private Kinds() {}

  /** YAML name to record, in the order of {@code permits}. */
  public static synchronized Map<String, Class<?>> of(Class<?> sealed) {
    return CACHE.computeIfAbsent(sealed, Kinds::collect);
  }

  private static Map<String, Class<?>> collect(Class<?> sealed) {
    Map<String, Class<?>> kinds = new LinkedHashMap<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      kinds.put(Names.of(permitted), permitted);
    }
    return kinds;
  }

  /**
   * The static factories that a type can be written as, in the order of their parameters' kinds.
   */
  public static List<java.lang.reflect.Method> shorthands(Class<?> type) {
    List<java.lang.reflect.Method> found = new ArrayList<>();
    for (java.lang.reflect.Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Shorthand.class) && Modifier.isStatic(method.getModifiers())) {
        found.add(method);
      }
    }
    // Reflection promises no order; the reference and the schema need one.
    found.sort(java.util.Comparator.comparing(m -> m.getParameterTypes()[0].getSimpleName()));
    return found;
  }
}
