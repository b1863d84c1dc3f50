package bakeoff.spec;

import bakeoff.schema.Key;
import bakeoff.schema.Kinds;
import bakeoff.schema.Names;
import bakeoff.schema.Written;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as they could stand in a file: with every default, or without any key that has its
 * default's value.
 */
public final class SpecWriter {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final boolean withDefaults;

  private SpecWriter(boolean withDefaults) {
    this.withDefaults = withDefaults;
  }

  /** Every key, in the order of the reference. */
  public static ObjectNode full(Record record) {
    return new SpecWriter(true).map(record);
  }

  /** Only what differs from the defaults. */
  public static ObjectNode sparse(Record record) {
    return new SpecWriter(false).map(record);
  }

  private ObjectNode map(Record record) {
    ObjectNode map = NODES.objectNode();
    for (Key key : Key.of(record.getClass())) {
      Object value = key.get(record);
      if (value == null) {
        continue;
      }
      JsonNode written = write(value);
      if (withDefaults || !isDefault(key, written)) {
        map.set(key.name(), written);
      }
    }
    return map;
  }

  private static boolean isDefault(Key key, JsonNode written) {
    String text = key.defaultText();
    if (text == null) {
      return false;
    }
    if (written.isNumber()) {
      return equal(text, written.decimalValue());
    }
    boolean emptyDefault = text.equals("[]") && written.isContainerNode() && written.isEmpty();
    return emptyDefault || text.replace(", ", ",").equals(plain(written));
  }

  /** A list's own text would go through Jackson's databind, which takes long to load. */
  private static String plain(JsonNode written) {
    if (!written.isArray()) {
      return written.asText();
    }
    List<String> members = new ArrayList<>();
    written.forEach(member -> members.add(member.asText()));
    return "[" + String.join(",", members) + "]";
  }

  /** The default of a key that takes numbers may still be a word: {@code padding: valid}. */
  private static boolean equal(String text, BigDecimal number) {
    try {
      return new BigDecimal(text).compareTo(number) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private JsonNode write(Object value) {
    if (value instanceof Written shorthand) {
      return write(shorthand.written());
    }
    if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(member -> array.add(write(member)));
      return array;
    }
    if (value instanceof Enum<?> constant) {
      return NODES.textNode(Names.of(constant));
    }
    if (value instanceof Double number) {
      return NODES.numberNode(Numbers.shortest(number));
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Boolean bool) {
      return NODES.booleanNode(bool);
    }
    if (value instanceof String text) {
      return NODES.textNode(text);
    }
    if (value instanceof Record record) {
      return kindName(record) == null ? map(record) : kind(record);
    }
    throw new IllegalStateException(value.getClass() + " cannot be written");
  }

  /** A kind is {@code name} or {@code {name: {…}}}. */
  private JsonNode kind(Record record) {
    ObjectNode arguments = map(record);
    String name = Names.of(record.getClass());
    return arguments.isEmpty() ? NODES.textNode(name) : NODES.objectNode().set(name, arguments);
  }

  private static @Nullable String kindName(Record record) {
    for (Class<?> implemented : record.getClass().getInterfaces()) {
      if (implemented.isSealed()) {
        for (Map.Entry<String, Class<?>> kind : Kinds.of(implemented).entrySet()) {
          if (kind.getValue() == record.getClass()) {
            return kind.getKey();
          }
        }
      }
    }
    return null;
  }
}
