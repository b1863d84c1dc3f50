package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.schema.Key;
import bakeoff.schema.Kinds;
import bakeoff.schema.Range;
import bakeoff.schema.Written;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** From nodes to records, by what the records' annotations say; collects every mistake. */
final class Binder {

  private static final String LIST = "write [a, b], or each member behind a `-`";

  /** A default is read once: it is the same value wherever it stands. */
  private static final Map<Key, Object> DEFAULTS = new ConcurrentHashMap<>();

  private final Words words;
  private final Unknown unknown;
  private final boolean complete;
  private final IdentityHashMap<Object, Mark> places = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Node.Mapping> maps = new IdentityHashMap<>();
  private final Map<String, Object> parts = new HashMap<>();

  Binder(Problems problems) {
    this(problems, true);
  }

  /**
   * @param complete whether a required key that is not there is a mistake
   */
  Binder(Problems problems, boolean complete) {
    this.words = new Words(problems);
    this.unknown = new Unknown(problems);
    this.complete = complete;
  }

  /** Where a bound record stands; empty for one that was a default. */
  Optional<Mark> place(@Nullable Object bound) {
    return Optional.ofNullable(places.get(bound));
  }

  /** Where the value of a record's key stands; empty if it was a default. */
  Optional<Mark> place(Object bound, String key) {
    return Optional.ofNullable(maps.get(bound))
        .flatMap(map -> Optional.ofNullable(map.entries().get(key)))
        .map(entry -> entry.value().at());
  }

  /** What stands at a path like {@code training.optimizer}; empty if it has a mistake. */
  <T> Optional<T> part(String path, Class<T> type) {
    return Optional.ofNullable(type.cast(parts.get(path)));
  }

  /** Empty if there was a mistake, which is then among the problems. */
  <T> Optional<T> bind(Node node, Class<T> type, String path) {
    return Optional.ofNullable(type.cast(value(node, type, null, path)));
  }

  /** Null if there was a mistake. */
  private @Nullable Object value(Node node, Type type, @Nullable Range range, String path) {
    if (node instanceof Node.Lost) {
      return null;
    }
    if (type instanceof ParameterizedType list) {
      return node instanceof Node.Sequence sequence
          ? list(sequence, list.getActualTypeArguments()[0], range, path)
          : words.refuse(node, path, Words.form(list, range), LIST);
    }
    Class<?> kind = (Class<?>) type;
    if (kind.isEnum()) {
      return words.constant(node, kind, path, Words.form(kind, null));
    }
    if (kind.isSealed()) {
      return sealed(node, kind, path);
    }
    if (kind.isRecord()) {
      return recordOrShorthand(node, kind, path);
    }
    return words.scalar(node, kind, range, path);
  }

  private @Nullable Object list(
      Node.Sequence sequence, Type member, @Nullable Range range, String path) {
    List<Object> bound = new ArrayList<>();
    boolean good = true;
    for (int i = 0; i < sequence.members().size(); i++) {
      Object value = value(sequence.members().get(i), member, range, path + "." + i);
      if (value == null) {
        good = false;
      } else {
        bound.add(value);
      }
    }
    return good ? List.copyOf(bound) : null;
  }

  /** {@code name}, {@code name: main-value} or {@code name: {…}}; or a shorthand. */
  private @Nullable Object sealed(Node node, Class<?> sealed, String path) {
    if (node instanceof Node.Scalar scalar) {
      List<Method> shorthands = Kinds.shorthands(sealed);
      boolean number = !shorthands.isEmpty() && NumberText.looksLikeOne(scalar.text());
      return number
          ? shorthand(node, shorthands, path)
          : kind(scalar.text(), scalar.at(), null, sealed);
    }
    if (node instanceof Node.Mapping mapping && mapping.entries().size() == 1) {
      Map.Entry<String, Node.Entry> only = mapping.entries().entrySet().iterator().next();
      return kind(only.getKey(), only.getValue().key(), only.getValue().value(), sealed);
    }
    if (node instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
      unknown.severalKinds(mapping, sealed, path);
      return null;
    }
    return words.refuse(
        node,
        path,
        "one " + Words.noun(sealed) + " of " + Words.list(Kinds.of(sealed).keySet()),
        null);
  }

  private @Nullable Object kind(String name, Mark at, @Nullable Node argument, Class<?> sealed) {
    Class<?> kind = Kinds.of(sealed).get(name);
    if (kind == null) {
      unknown.kind(name, at, sealed);
      return null;
    }
    Object bound = arguments(argument, at, kind, name);
    if (bound != null) {
      places.put(bound, at);
    }
    return bound;
  }

  private @Nullable Object arguments(@Nullable Node argument, Mark at, Class<?> kind, String name) {
    if (argument instanceof Node.Lost) {
      return null;
    }
    if (argument == null || (argument instanceof Node.Scalar scalar && scalar.isNull())) {
      return record(Node.Mapping.of(at, Map.of()), kind, name);
    }
    return argument instanceof Node.Mapping mapping
        ? record(mapping, kind, name)
        : main(argument, at, kind, name);
  }

  /** {@code name: value}: the value is the kind's main key. */
  private @Nullable Object main(Node argument, Mark at, Class<?> kind, String name) {
    for (Key key : Key.of(kind)) {
      if (key.isMain()) {
        return record(
            Node.Mapping.of(at, Map.of(key.name(), new Node.Entry(argument.at(), argument))),
            kind,
            name);
      }
    }
    return words.refuse(
        argument,
        name,
        Key.of(kind).isEmpty() ? "left empty" : map(kind),
        Key.of(kind).isEmpty() ? "write just `" + name + "`" : null);
  }

  private static String map(Class<?> type) {
    return "a map with " + Words.list(Key.of(type).stream().map(Key::name).toList());
  }

  private @Nullable Object recordOrShorthand(Node node, Class<?> type, String path) {
    List<Method> shorthands = Kinds.shorthands(type);
    boolean hasMapForm = !Written.class.isAssignableFrom(type);
    if (node instanceof Node.Mapping mapping && hasMapForm) {
      return record(mapping, type, path);
    }
    return shorthands.isEmpty()
        ? words.refuse(node, path, map(type), null)
        : shorthand(node, shorthands, path);
  }

  /** The first factory whose parameter could be written like this node. */
  private @Nullable Object shorthand(Node node, List<Method> shorthands, String path) {
    for (Method factory : shorthands) {
      Class<?> parameter = factory.getParameterTypes()[0];
      if (Words.couldBe(node, parameter)) {
        Range range = factory.getParameters()[0].getAnnotation(Range.class);
        Object argument =
            parameter.isEnum()
                ? words.constant(node, parameter, path, forms(shorthands))
                : value(node, factory.getGenericParameterTypes()[0], range, path);
        Object made = argument == null ? null : call(factory, argument, node, path);
        if (made instanceof Record) {
          places.putIfAbsent(made, node.at());
        }
        return made;
      }
    }
    boolean lists = shorthands.stream().allMatch(f -> f.getParameterTypes()[0] == List.class);
    return words.refuse(node, path, forms(shorthands), lists ? LIST : null);
  }

  /** Lists last: what is written most comes first. */
  private static String forms(List<Method> shorthands) {
    List<String> forms = new ArrayList<>();
    for (Method factory : shorthands) {
      Range range = factory.getParameters()[0].getAnnotation(Range.class);
      boolean list = factory.getParameterTypes()[0] == List.class;
      forms.add(list ? forms.size() : 0, Words.form(factory.getGenericParameterTypes()[0], range));
    }
    return String.join(", or ", forms);
  }

  private @Nullable Object call(Method factory, Object argument, Node node, String path) {
    try {
      return factory.invoke(null, argument);
    } catch (InvocationTargetException e) {
      return words.refuse(node, path, String.valueOf(e.getTargetException().getMessage()), null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(factory + " has to be public", e);
    }
  }

  private @Nullable Object record(Node.Mapping mapping, Class<?> type, String path) {
    List<Key> keys = Key.of(type);
    Set<String> meant = unknown.keys(mapping, type, path);
    boolean good = meant == null;
    Object[] arguments = new Object[keys.size()];
    for (int i = 0; i < arguments.length; i++) {
      Key key = keys.get(i);
      arguments[i] = component(mapping, key, path, meant != null && meant.contains(key.name()));
      good &= arguments[i] != null || (key.isNullable() && given(mapping, key) == null);
    }
    if (!good) {
      return null;
    }
    Object record = construct(type, arguments);
    places.put(record, mapping.at());
    maps.put(record, mapping);
    return record;
  }

  /**
   * @param misspelt whether an unknown key that was told already stands for this one
   */
  private @Nullable Object component(Node.Mapping mapping, Key key, String path, boolean misspelt) {
    String keyPath = path.isEmpty() ? key.name() : path + "." + key.name();
    Node given = given(mapping, key);
    if (given != null) {
      Object bound = value(given, key.type(), key.range(), keyPath);
      if (bound instanceof List<?> list && list.isEmpty() && key.isNotEmpty()) {
        return words.refuse(given, keyPath, "a list with a member", null);
      }
      if (bound != null) {
        parts.put(keyPath, bound);
      }
      return bound;
    }
    if (key.defaultText() != null) {
      return known(key);
    }
    if (complete && !misspelt && !key.isNullable()) {
      words.missing(mapping, key, keyPath);
    }
    return null;
  }

  /** Not computed inside the map: a default may be a kind whose keys have defaults. */
  private static Object known(Key key) {
    Object known = DEFAULTS.get(key);
    if (known == null) {
      known = defaultOf(key);
      DEFAULTS.put(key, known);
    }
    return known;
  }

  private static Object defaultOf(Key key) {
    Problems problems = new Problems();
    return NodeParser.value(String.valueOf(key.defaultText()), Mark.whole(key.name()), problems)
        .map(node -> new Binder(problems).value(node, key.type(), key.range(), key.name()))
        .orElseThrow(() -> new IllegalStateException(problems.sorted().toString()));
  }

  /** Null where the key is not there, or is null, which restores the default. */
  private static @Nullable Node given(Node.Mapping mapping, Key key) {
    Node.Entry entry = mapping.entries().get(key.name());
    if (entry == null) {
      return null;
    }
    return entry.value() instanceof Node.Scalar scalar && scalar.isNull() ? null : entry.value();
  }

  private static Object construct(Class<?> type, Object[] arguments) {
    Class<?>[] types =
        Key.of(type).stream().map(key -> key.component().getType()).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }
}
