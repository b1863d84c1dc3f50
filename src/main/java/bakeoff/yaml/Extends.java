package bakeoff.yaml;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The key that names the file below this one; no part of the experiment. */
final class Extends {

  static final String KEY = "extends";
  static final String DOC =
      "The file this one grew from, in this folder or in one beside it: maps merge, lists replace,"
          + " null restores a default; its description, reference and matrix stay its own.";
  static final String EXAMPLE = "baseline.yaml";

  /** What its value looks like. */
  static final String PATH =
      "(\\.\\./)?([A-Za-z0-9_][A-Za-z0-9._+-]*/)?[A-Za-z0-9_][A-Za-z0-9._+-]*\\.yaml";

  private Extends() {}

  static ObjectNode schema() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("description", DOC);
    node.putArray("examples").add(EXAMPLE);
    node.put("type", "string").put("pattern", "^" + PATH + "$");
    return node;
  }
}
