package bakeoff.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * A JSON object's members, each of the type it has to be.
 *
 * @param path of the object, with a dot at its end; empty for a file's own
 */
public record Fields(String path, JsonNode node) {

  /** No float is larger; sums of what is larger need not be finite. */
  private static final double LARGEST = 1e39;

  /** The members of a file. */
  public static Fields of(JsonNode root) throws IOException {
    if (!root.isObject()) {
      throw new IOException("has to be a map");
    }
    return new Fields("", root);
  }

  /** Fails on any other member. */
  Fields only(Set<String> names) throws IOException {
    Iterator<String> given = node.fieldNames();
    while (given.hasNext()) {
      String name = given.next();
      if (!names.contains(name)) {
        throw new IOException(path + name + " is no key of a result");
      }
    }
    return this;
  }

  public Fields map(String name) throws IOException {
    JsonNode member = member(name);
    check(member.isObject(), name, "a map");
    return new Fields(path + name + ".", member);
  }

  /** Whether it is there and not null. */
  boolean has(String name) {
    return node.hasNonNull(name);
  }

  public String text(String name) throws IOException {
    JsonNode member = member(name);
    check(member.isTextual(), name, "text");
    return member.textValue();
  }

  public int integer(String name) throws IOException {
    JsonNode member = member(name);
    check(member.isIntegralNumber() && member.canConvertToInt(), name, "an integer");
    return member.intValue();
  }

  long whole(String name) throws IOException {
    JsonNode member = member(name);
    check(member.isIntegralNumber() && member.canConvertToLong(), name, "an integer");
    return member.longValue();
  }

  public double fraction(String name) throws IOException {
    JsonNode member = member(name);
    double value = member.doubleValue();
    check(member.isNumber() && value >= 0 && value <= 1, name, "a number from 0 to 1");
    return value;
  }

  /** Any number, also those that JSON has no digits for. */
  double number(String name) throws IOException {
    return number(name, member(name));
  }

  private double number(String name, JsonNode member) throws IOException {
    if (member.isTextual()) {
      return switch (member.textValue()) {
        case "NaN" -> Double.NaN;
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> throw new IOException(path + name + " has to be a number");
      };
    }
    double value = member.doubleValue();
    check(member.isNumber() && Math.abs(value) <= LARGEST, name, "a number up to 1e39");
    return value;
  }

  List<Double> numbers(String name) throws IOException {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode member : list(name)) {
      numbers.add(number(name, member));
    }
    return numbers;
  }

  List<String> texts(String name) throws IOException {
    List<String> texts = new ArrayList<>();
    for (JsonNode member : list(name)) {
      check(member.isTextual(), name, "a list of texts");
      texts.add(member.textValue());
    }
    return List.copyOf(texts);
  }

  /** Of maps, each with its place in its path. */
  List<Fields> maps(String name) throws IOException {
    List<Fields> maps = new ArrayList<>();
    for (JsonNode member : list(name)) {
      check(member.isObject(), name, "a list of maps");
      maps.add(new Fields(path + name + "." + maps.size() + ".", member));
    }
    return maps;
  }

  /** Rows of whole numbers. */
  List<List<Integer>> table(String name) throws IOException {
    List<List<Integer>> table = new ArrayList<>();
    for (JsonNode row : list(name)) {
      check(row.isArray(), name, "a table of integers");
      List<Integer> numbers = new ArrayList<>();
      for (JsonNode member : row) {
        check(member.isIntegralNumber() && member.canConvertToInt(), name, "a table of integers");
        numbers.add(member.intValue());
      }
      table.add(List.copyOf(numbers));
    }
    return List.copyOf(table);
  }

  private JsonNode list(String name) throws IOException {
    JsonNode member = member(name);
    check(member.isArray(), name, "a list");
    for (JsonNode inner : member) {
      if (inner.isNull()) {
        throw new IOException(path + name + " is null");
      }
    }
    return member;
  }

  private JsonNode member(String name) throws IOException {
    JsonNode member = node.get(name);
    if (member == null) {
      throw new IOException(path + name + " is missing");
    }
    if (member.isNull()) {
      throw new IOException(path + name + " is null");
    }
    return member;
  }

  private void check(boolean sound, String name, String wanted) throws IOException {
    if (!sound) {
      throw new IOException(path + name + " has to be " + wanted);
    }
  }
}
