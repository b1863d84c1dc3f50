package bakeoff.yaml;

import bakeoff.schema.Doc;
import bakeoff.schema.Key;
import bakeoff.schema.Kinds;
import bakeoff.schema.Length;
import bakeoff.schema.Names;
import bakeoff.schema.OneOf;
import bakeoff.schema.Range;
import bakeoff.schema.Written;
import bakeoff.spec.Experiment;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of an experiment file, for editors: draft 7, which the YAML language server knows
 * best. All of it comes from the annotated records.
 */
public final class JsonSchema {

  private static final String GROUPED = "[+-]?[0-9]+(_[0-9]+)+";
  private static final String FRACTION = "[+-]?[0-9.]+ */ *[0-9.]*[1-9][0-9.]*";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectNode definitions = NODES.objectNode();
  private final Set<Class<?>> complete = InLists.of(Experiment.class);

  private JsonSchema() {}

  public static String text() {
    return FlowText.json(tree());
  }

  public static ObjectNode tree() {
    return new JsonSchema().root();
  }

  private ObjectNode root() {
    ObjectNode root = NODES.objectNode();
    root.put("$schema", "http://json-schema.org/draft-07/schema#");
    root.put("title", "bakeoff experiment");
    root.put("description", doc(Experiment.class));
    ObjectNode map = map(Experiment.class);
    ObjectNode properties = NODES.objectNode();
    properties.set(Extends.KEY, Extends.schema());
    properties.set(Definitions.KEY, Definitions.schema());
    properties.set(Matrix.KEY, Matrix.schema());
    properties.setAll((ObjectNode) map.get("properties"));
    map.set("properties", properties);
    root.setAll(map);
    root.set("if", SchemaPieces.required(List.of(Extends.KEY)));
    root.set("else", demanded(Experiment.class));
    root.set("definitions", definitions);
    return root;
  }

  /** What a file has to give that extends no other, down to where lists begin. */
  private ObjectNode demanded(Class<?> type) {
    ObjectNode demands = SchemaPieces.required(requiredKeys(type));
    ObjectNode inner = NODES.objectNode();
    for (Key key : Key.of(type)) {
      if (key.type() instanceof Class<?> part) {
        put(inner, key.name(), part.isSealed() ? demandedOfKinds(part) : demandedOfMap(part));
      }
    }
    put(demands, "properties", inner);
    return demands;
  }

  private ObjectNode demandedOfMap(Class<?> type) {
    boolean isMap = type.isRecord() && !Written.class.isAssignableFrom(type);
    return isMap && !complete.contains(type) ? demanded(type) : NODES.objectNode();
  }

  private ObjectNode demandedOfKinds(Class<?> sealed) {
    ObjectNode kinds = NODES.objectNode();
    Kinds.of(sealed).forEach((name, kind) -> put(kinds, name, demandedOfMap(kind)));
    ObjectNode demands = NODES.objectNode();
    put(demands, "properties", kinds);
    return demands;
  }

  private static void put(ObjectNode map, String name, ObjectNode value) {
    if (!value.isEmpty()) {
      map.set(name, value);
    }
  }

  private ObjectNode map(Class<?> type) {
    ObjectNode map = NODES.objectNode();
    map.put("type", "object");
    ObjectNode properties = map.putObject("properties");
    Key.of(type).forEach(key -> properties.set(key.name(), property(key)));
    map.put("additionalProperties", false);
    if (complete.contains(type)) {
      map.setAll(SchemaPieces.required(requiredKeys(type)));
      OneOf keys = type.getAnnotation(OneOf.class);
      if (keys != null) {
        ArrayNode one = map.putArray("oneOf");
        Stream.of(keys.value()).forEach(key -> one.add(SchemaPieces.given(key)));
      }
    }
    return map;
  }

  private static List<String> requiredKeys(Class<?> type) {
    return Key.of(type).stream().filter(Key::isRequired).map(Key::name).toList();
  }

  private ObjectNode property(Key key) {
    ObjectNode property = NODES.objectNode();
    property.put("description", key.doc());
    String defaultText = key.defaultText();
    if (defaultText != null) {
      property.set("default", FlowText.parse(defaultText));
    }
    if (!key.example().isEmpty()) {
      property.putArray("examples").add(FlowText.parse(key.example()));
    }
    ObjectNode value = value(key.type(), key.range());
    if (key.isNotEmpty()) {
      value.put("minItems", 1);
    }
    Class<?> named = key.namesOf();
    if (named != null) {
      ObjectNode names = NODES.objectNode();
      Kinds.of(named).keySet().forEach(names.putArray("enum")::add);
      value.set("items", SchemaPieces.anyOf(List.of(names, SchemaPieces.name())));
    }
    // Beside a $ref draft 7 sees nothing else, so a reference is wrapped.
    if (!key.isRequired()) {
      return property.setAll(SchemaPieces.orNull(value));
    }
    return value.has("$ref")
        ? property.set("allOf", NODES.arrayNode().add(value))
        : property.setAll(value);
  }

  private ObjectNode value(Type type, @Nullable Range range) {
    ObjectNode value = NODES.objectNode();
    if (type instanceof ParameterizedType list) {
      SchemaPieces.orName(value, "array");
      value.set("items", value(list.getActualTypeArguments()[0], range));
    } else if (type == int.class || type == Integer.class) {
      SchemaPieces.orName(value, "integer", GROUPED).setAll(Ranges.schema(range));
    } else if (type == double.class || type == Double.class) {
      SchemaPieces.orName(value, "number", GROUPED + "|" + FRACTION).setAll(Ranges.schema(range));
    } else if (type == boolean.class || type == Boolean.class) {
      SchemaPieces.orName(value, "boolean");
    } else if (type == String.class) {
      value.put("type", "string");
    } else {
      value.put("$ref", "#/definitions/" + define((Class<?>) type));
    }
    return value;
  }

  /** Makes sure that the type has a definition; its name. */
  private String define(Class<?> type) {
    String name = definitionName(type);
    if (!definitions.has(name)) {
      // In its place already, for types that contain themselves.
      ObjectNode definition = definitions.putObject(name);
      List<ObjectNode> forms =
          type.isEnum() ? List.of(words(type)) : type.isSealed() ? oneOf(type) : record(type);
      definition.setAll(SchemaPieces.anyOf(SchemaPieces.withName(forms)));
    }
    return name;
  }

  private static String definitionName(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? Names.of(type) : Names.of(outer) + "." + Names.of(type);
  }

  private static ObjectNode words(Class<?> type) {
    ObjectNode node = NODES.objectNode();
    node.put("type", "string");
    ArrayNode words = node.putArray("enum");
    ArrayNode docs = node.putArray("enumDescriptions");
    for (Word word : Word.of(type)) {
      words.add(word.name());
      docs.add(word.doc());
    }
    return node;
  }

  /** {@code name}, {@code {name: …}}, or a shorthand of the interface. */
  private List<ObjectNode> oneOf(Class<?> sealed) {
    ObjectNode names = NODES.objectNode();
    names.put("type", "string");
    ArrayNode words = names.putArray("enum");
    ArrayNode docs = names.putArray("enumDescriptions");
    ObjectNode maps = NODES.objectNode();
    maps.put("type", "object").put("minProperties", 1).put("maxProperties", 1);
    maps.put("additionalProperties", false);
    ObjectNode properties = maps.putObject("properties");
    for (Map.Entry<String, Class<?>> entry : Kinds.of(sealed).entrySet()) {
      String name = entry.getKey();
      Class<?> kind = entry.getValue();
      if (requiredKeys(kind).isEmpty()) {
        words.add(name);
        docs.add(doc(kind));
      }
      if (Key.of(kind).isEmpty()) {
        properties.set(name, withoutKeys(kind));
        continue;
      }
      String definition = definitionName(sealed) + "." + name;
      ObjectNode reference = properties.putObject(name);
      reference.put("$ref", "#/definitions/" + definition);
      if (!definitions.has(definition)) {
        definitions.putObject(definition).setAll(kind(kind));
      }
    }
    List<ObjectNode> forms = new ArrayList<>();
    if (!words.isEmpty()) {
      forms.add(names);
    }
    forms.add(maps);
    forms.addAll(shorthands(sealed));
    return forms;
  }

  private static ObjectNode withoutKeys(Class<?> kind) {
    ObjectNode node = NODES.objectNode();
    return node.put("description", doc(kind)).put("type", "object").put("maxProperties", 0);
  }

  /** The keys of a kind, or its main key's value alone if nothing else has to be said. */
  private ObjectNode kind(Class<?> kind) {
    List<ObjectNode> forms = new ArrayList<>();
    forms.add(map(kind));
    for (Key key : Key.of(kind)) {
      if (key.isMain() && Set.copyOf(requiredKeys(kind)).stream().allMatch(key.name()::equals)) {
        forms.add(value(key.type(), key.range()));
      }
    }
    ObjectNode described = NODES.objectNode();
    described.put("description", doc(kind));
    return described.setAll(SchemaPieces.anyOf(SchemaPieces.withName(forms)));
  }

  private List<ObjectNode> record(Class<?> type) {
    List<ObjectNode> forms = new ArrayList<>();
    if (!Written.class.isAssignableFrom(type)) {
      forms.add(map(type));
    }
    forms.addAll(shorthands(type));
    return forms;
  }

  private List<ObjectNode> shorthands(Class<?> type) {
    List<ObjectNode> forms = new ArrayList<>();
    for (Method factory : Kinds.shorthands(type)) {
      Range range = factory.getParameters()[0].getAnnotation(Range.class);
      ObjectNode form = NODES.objectNode();
      if (!doc(factory).isEmpty()) {
        form.put("description", doc(factory));
      }
      form.setAll(value(factory.getGenericParameterTypes()[0], range));
      Length length = factory.getParameters()[0].getAnnotation(Length.class);
      if (length != null) {
        form.put("minItems", length.min());
        if (length.max() < Integer.MAX_VALUE) {
          form.put("maxItems", length.max());
        }
      }
      forms.add(form);
    }
    return forms;
  }

  private static String doc(AnnotatedElement element) {
    Doc doc = element.getAnnotation(Doc.class);
    return doc == null ? "" : doc.value();
  }
}
