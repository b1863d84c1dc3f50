package bakeoff.yaml;

import bakeoff.schema.Doc;
import bakeoff.schema.Key;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a kind stands in a file, with the values that its annotations show. */
final class Example {

  private Example() {}

  /**
   * @param place what stands before the kind: a list's dash, or a key
   */
  static String of(String place, String name, Class<?> kind) {
    Doc doc = kind.getAnnotation(Doc.class);
    if (doc != null && !doc.example().isEmpty()) {
      return place + doc.example();
    }
    List<Key> keys = Key.of(kind);
    List<Key> required = keys.stream().filter(Key::isRequired).toList();
    if (!required.isEmpty()) {
      return place + map(place, name, required, Key::example);
    }
    List<Key> defaulted = keys.stream().filter(key -> key.defaultText() != null).toList();
    String same = map(place, name, defaulted, key -> String.valueOf(key.defaultText()));
    return place + name + (defaulted.isEmpty() ? "" : "\n# or, the same:\n" + place + same);
  }

  private static String map(
      String place, String name, List<Key> keys, Function<Key, String> value) {
    String arguments =
        keys.size() == 1 && keys.get(0).isMain()
            ? value.apply(keys.get(0))
            : keys.stream()
                .map(key -> key.name() + ": " + value.apply(key))
                .collect(Collectors.joining(", ", "{", "}"));
    String pair = name + ": " + arguments;
    return place.startsWith("-") ? pair : "{" + pair + "}";
  }
}
