package bakeoff.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A straight program: statements that each give one value, which later ones use. */
final class Statements {

  /** The input of the program. */
  static final int INPUT = 0;

  private final List<Statement> all = new ArrayList<>();

  /** The text has a {@code %s} for each value it uses. */
  private record Statement(String text, List<Integer> uses) {}

  /** The number of the value it gives. */
  int add(String text, List<Integer> uses) {
    all.add(new Statement(text, List.copyOf(uses)));
    return all.size();
  }

  /**
   * Lines that assign to as few names as they can do with: a value's name is free again after its
   * last use.
   */
  List<String> lines(int result) {
    Map<Integer, Integer> lastUse = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      for (int used : all.get(i).uses()) {
        lastUse.put(used, i);
      }
    }
    lastUse.put(result, all.size());
    Map<Integer, String> names = new HashMap<>(Map.of(INPUT, "x"));
    Deque<String> free = new ArrayDeque<>();
    List<String> lines = new ArrayList<>();
    int made = 0;
    for (int i = 0; i < all.size(); i++) {
      Statement statement = all.get(i);
      Object[] used = statement.uses().stream().map(names::get).toArray();
      int now = i;
      statement.uses().stream()
          .distinct()
          .filter(value -> lastUse.getOrDefault(value, 0) == now)
          .map(value -> String.valueOf(names.get(value)))
          .forEach(free::push);
      String name = free.isEmpty() ? "x" + ++made : free.pop();
      names.put(i + 1, name);
      lines.add(name + " = " + String.format(Locale.ROOT, statement.text(), used));
    }
    lines.add("return " + names.get(result));
    return lines;
  }
}
