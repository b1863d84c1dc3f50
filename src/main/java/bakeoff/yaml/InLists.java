package bakeoff.yaml;

import bakeoff.schema.Key;
import bakeoff.schema.Kinds;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The records that stand in lists. A list replaces another and is never merged with it, so these
 * are complete even in a file that extends another.
 */
final class InLists {

  private final Set<Class<?>> found = new LinkedHashSet<>();
  private final Set<Class<?>> outside = new LinkedHashSet<>();

  private InLists() {}

  static Set<Class<?>> of(Class<?> root) {
    InLists lists = new InLists();
    lists.visit(root, false);
    return lists.found;
  }

  private void visit(Type type, boolean inList) {
    if (type instanceof ParameterizedType list) {
      visit(list.getActualTypeArguments()[0], true);
      return;
    }
    Class<?> part = (Class<?>) type;
    if (part.isSealed()) {
      Kinds.of(part).values().forEach(kind -> visit(kind, inList));
    } else if (part.isRecord() && (inList ? found : outside).add(part)) {
      Key.of(part).forEach(key -> visit(key.type(), inList));
    }
  }
}
