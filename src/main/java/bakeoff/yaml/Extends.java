package bakeoff.yaml;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one key of a file that is not part of the experiment. */
final class Extends {

  static final String KEY = "extends";
  static final String DOC =
      "The file this one grew from, beside it or relative to it: maps merge, lists replace, null"
          + " restores a default.";
  static final String EXAMPLE = "baseline.yaml";

  private Extends() {}

  static ObjectNode schema() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("description", DOC);
    node.putArray("examples").add(EXAMPLE);
    node.put("type", "string").put("pattern", "\\.yaml$");
    return node;
  }
}
