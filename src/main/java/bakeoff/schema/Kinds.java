package bakeoff.schema;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The kinds of a sealed interface: its {@code permits} clause is the registry. */
public final class Kinds {

  private static final Map<Class<?>, Map<String, Class<?>>> CACHE = new ConcurrentHashMap<>();
  private static final Map<Class<?>, List<Method>> SHORTHANDS = new ConcurrentHashMap<>();

  private Kinds() {}

  /** YAML name to record, in the order of {@code permits}. */
  public static Map<String, Class<?>> of(Class<?> sealed) {
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
  public static List<Method> shorthands(Class<?> type) {
    return SHORTHANDS.computeIfAbsent(type, Kinds::collectShorthands);
  }

  private static List<Method> collectShorthands(Class<?> type) {
    List<Method> found = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Shorthand.class) && Modifier.isStatic(method.getModifiers())) {
        found.add(method);
      }
    }
    // Reflection promises no order; the reference and the schema need one.
    found.sort(Comparator.comparing(method -> method.getParameterTypes()[0].getSimpleName()));
    return List.copyOf(found);
  }
}
