package bakeoff.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** A JSON object's members, each of the type it has to be. */
record Fields(JsonNode node) {

  Fields map(String name) throws IOException {
    JsonNode member = member(name);
    check(member.isObject(), name, "a map");
    return new Fields(member);
  }

  String text(String name) throws IOException {
    JsonNode member = member(name);
    check(member.isTextual(), name, "text");
    return member.textValue();
  }

  int integer(String name) throws IOException {
    JsonNode member = member(name);
    check(member.isIntegralNumber() && member.canConvertToInt(), name, "an integer");
    return member.intValue();
  }

  double fraction(String name) throws IOException {
    JsonNode member = member(name);
    double value = member.doubleValue();
    check(member.isNumber() && value >= 0 && value <= 1, name, "a number from 0 to 1");
    return value;
  }

  private JsonNode member(String name) throws IOException {
    JsonNode member = node.get(name);
    if (member == null) {
      throw new IOException("not a result of bakeoff: " + name + " is missing");
    }
    return member;
  }

  private static void check(boolean sound, String name, String wanted) throws IOException {
    if (!sound) {
      throw new IOException("not a result of bakeoff: " + name + " has to be " + wanted);
    }
  }
}
