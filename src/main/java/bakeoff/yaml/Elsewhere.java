package bakeoff.yaml;

import bakeoff.augment.Augmentation;
import bakeoff.layer.Layer;
import bakeoff.schema.Key;
import bakeoff.schema.Kinds;
import bakeoff.spec.Experiment;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A key that does not belong where it stands, but somewhere else in an experiment. */
final class Elsewhere {

  /** Where people mean these to be, though a rarer key has the same name. */
  private static final Map<String, String> USUAL =
      Map.of(
          "seed", "seeds",
          "steps", "training.phases.0.steps",
          "rate", "training.phases.0.learning_rate");

  private Elsewhere() {}

  /**
   * @param record whose key it is not; one of a layer or augmentation has a short name, which some
   *     other part of an experiment has by chance
   */
  static @Nullable String hint(String key, Class<?> record) {
    String plain = Unknown.plain(key);
    if (plain.startsWith("input") || plain.equals("inchannels") || plain.equals("infeatures")) {
      return "remove it: a layer takes what the one before it gives";
    }
    String usual = USUAL.get(plain);
    boolean isOfMany =
        Layer.class.isAssignableFrom(record) || Augmentation.class.isAssignableFrom(record);
    String path = usual != null ? usual : isOfMany ? null : find(plain, Experiment.class, "");
    return path == null
        ? null
        : path.contains(".")
            ? "it belongs in `" + path + "`"
            : path.equals(key)
                ? "it belongs at the top level"
                : "it is `" + path + "`, at the top level";
  }

  /**
   * Layers and augmentations share too many keys for one of them to be the one meant; a kind made
   * of its own sort has no end.
   */
  private static @Nullable String find(String plain, Class<?> type, String path) {
    for (Key key : Key.of(type)) {
      String here = path + key.name();
      boolean same =
          Stream.concat(Stream.of(key.name()), key.synonyms().stream())
              .anyMatch(name -> Unknown.plain(name).equals(plain));
      if (same) {
        return here;
      }
      String below = within(plain, key.type(), here + ".");
      if (below != null) {
        return below;
      }
    }
    return null;
  }

  private static @Nullable String within(String plain, Type type, String path) {
    boolean list = type instanceof ParameterizedType;
    Class<?> part =
        type instanceof ParameterizedType p
            ? (Class<?>) p.getActualTypeArguments()[0]
            : (Class<?>) type;
    if (part.isRecord()) {
      return find(plain, part, list ? path + "0." : path);
    }
    if (list || !part.isSealed()) {
      return null;
    }
    for (String kind : List.copyOf(Kinds.of(part).keySet())) {
      Class<?> record = Kinds.of(part).get(kind);
      String below =
          record == null || isOf(part, record) ? null : find(plain, record, path + kind + ".");
      if (below != null) {
        return below;
      }
    }
    return null;
  }

  private static boolean isOf(Class<?> sort, Class<?> record) {
    return Key.of(record).stream().anyMatch(key -> key.type() == sort);
  }
}
