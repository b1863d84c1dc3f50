package bakeoff.yaml;

import bakeoff.schema.Key;
import bakeoff.schema.Kinds;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file over the one it extends: maps merge, lists replace, another kind replaces, null restores
 * the default. What stands for a map, as {@code subset: 0.1}, merges like that map.
 */
final class Merge {

  private Merge() {}

  static Node over(Type type, Node base, Node child) {
    boolean isPart = type instanceof Class<?> kind && (kind.isSealed() || kind.isRecord());
    if (!isPart
        || !(child instanceof Node.Mapping above)
        || !(spelledOut(type, base) instanceof Node.Mapping below)) {
      return child;
    }
    Class<?> part = (Class<?>) type;
    return part.isRecord() || sameKind(below, above) ? entries(part, below, above) : child;
  }

  /** A value that is short for a map, as that map: {@code 0.1} is {@code {fraction: 0.1}}. */
  static Node spelledOut(Type type, Node node) {
    boolean isNull = node instanceof Node.Scalar scalar && scalar.isNull();
    if (isNull
        || node instanceof Node.Mapping
        || !(type instanceof Class<?> part)
        || !part.isRecord()) {
      return node;
    }
    return shortKey(part)
        .<Node>map(
            key -> Node.Mapping.of(node.at(), Map.of(key.name(), new Node.Entry(node.at(), node))))
        .orElse(node);
  }

  /** The key of a record whose value alone can stand for the record. */
  private static Optional<Key> shortKey(Class<?> record) {
    return Key.of(record).stream().filter(key -> key.isMain() || isShort(record, key)).findFirst();
  }

  private static boolean isShort(Class<?> part, Key key) {
    return Kinds.shorthands(part).stream()
        .anyMatch(factory -> factory.getParameters()[0].getName().equals(key.name()));
  }

  private static boolean sameKind(Node.Mapping base, Node.Mapping child) {
    return base.entries().size() == 1 && base.entries().keySet().equals(child.entries().keySet());
  }

  private static Node entries(Class<?> part, Node.Mapping base, Node.Mapping child) {
    Map<String, Node.Entry> merged = new LinkedHashMap<>(base.entries());
    child
        .entries()
        .forEach(
            (name, entry) -> {
              Node.Entry before = base.entries().get(name);
              Node value =
                  before == null
                      ? entry.value()
                      : over(typeOf(part, name), before.value(), entry.value());
              merged.put(name, new Node.Entry(entry.key(), value));
            });
    return Node.Mapping.of(child.at(), merged);
  }

  /**
   * Of a key of a record; of the arguments of a kind; of the members of a list, be it short for a
   * record.
   */
  static Type typeOf(Type type, String step) {
    if (type instanceof ParameterizedType list) {
      return list.getActualTypeArguments()[0];
    }
    Class<?> part = type instanceof Class<?> known ? known : Object.class;
    if (part.isSealed()) {
      Class<?> kind = Kinds.of(part).get(step);
      return kind == null ? Object.class : kind;
    }
    if (!part.isRecord()) {
      return Object.class;
    }
    return Key.of(part).stream()
        .filter(key -> key.name().equals(step))
        .findFirst()
        .map(Key::type)
        .or(() -> shortKey(part).map(Key::type).flatMap(list -> member(list, step)))
        .orElse(Object.class);
  }

  private static Optional<Type> member(Type list, String step) {
    boolean isPlace = NumberText.parseInt(step).isPresent();
    return isPlace && list instanceof ParameterizedType
        ? Optional.of(typeOf(list, step))
        : Optional.empty();
  }
}
