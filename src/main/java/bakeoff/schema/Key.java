package bakeoff.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key of a record: its name in YAML and what its annotations say.
 *
 * @param isNullable kept, since reflection parses annotations of a type anew whenever it is asked
 */
public record Key(String name, RecordComponent component, boolean isNullable) {

  /** Reflection parses annotations anew for each component it hands out: these are kept. */
  private static final ClassValue<List<Key>> KEYS =
      new ClassValue<>() {
        @Override
        protected List<Key> computeValue(Class<?> type) {
          return collect(type);
        }
      };

  public static List<Key> of(Class<?> type) {
    return KEYS.get(type);
  }

  private static List<Key> collect(Class<?> type) {
    List<Key> keys = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      boolean isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      keys.add(new Key(Names.yaml(component.getName()), component, isNullable));
    }
    return List.copyOf(keys);
  }

  public Type type() {
    return component.getGenericType();
  }

  public String doc() {
    Doc doc = component.getAnnotation(Doc.class);
    return doc == null ? "" : doc.value();
  }

  public String example() {
    Doc doc = component.getAnnotation(Doc.class);
    return doc == null ? "" : doc.example();
  }

  public @Nullable String defaultText() {
    Default given = component.getAnnotation(Default.class);
    return given == null ? null : given.value();
  }

  public @Nullable Range range() {
    return component.getAnnotation(Range.class);
  }

  /** Whether its list has to have a member. */
  public boolean isNotEmpty() {
    return component.isAnnotationPresent(NotEmpty.class);
  }

  /** The sealed interface whose kinds' names its list holds. */
  public @Nullable Class<?> namesOf() {
    NamesOf given = component.getAnnotation(NamesOf.class);
    return given == null ? null : given.value();
  }

  public boolean isMain() {
    return component.isAnnotationPresent(Main.class);
  }

  /** A key without a default that may be left out is nullable. */
  public boolean isRequired() {
    return defaultText() == null && !isNullable();
  }

  public List<String> synonyms() {
    Synonyms given = component.getAnnotation(Synonyms.class);
    return given == null ? List.of() : List.of(given.value());
  }

  public @Nullable Object get(Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
