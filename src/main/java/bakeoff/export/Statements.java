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

  /**
   * The text has a {@code %s} for each value it uses.
   *
   * @param joins whether it may take the place of the only value it uses, in one line
   */
  private record Statement(String text, List<Integer> uses, boolean joins) {}

  /** The number of the value it gives. */
  int add(String text, List<Integer> uses) {
    all.add(new Statement(text, List.copyOf(uses), false));
    return all.size();
  }

  /** Of a value that is often used nowhere else; the two then are one line. */
  int join(String text, int used) {
    all.add(new Statement(text, List.of(used), true));
    return all.size();
  }

  /** What is used once, by a statement that joins, becomes a part of it. */
  private void joinLines() {
    for (int i = 0; i < all.size(); i++) {
      Statement statement = all.get(i);
      int used = statement.joins() ? statement.uses().get(0) : INPUT;
      boolean alone =
          used != INPUT && all.stream().filter(s -> s.uses().contains(used)).count() == 1;
      if (alone) {
        Statement before = all.get(used - 1);
        String text = statement.text().replace("%s", before.text());
        all.set(i, new Statement(text, before.uses(), before.joins()));
        all.set(used - 1, new Statement("", List.of(), false));
      }
    }
  }

  /**
   * Lines that assign to as few names as they can do with: a value's name is free again after its
   * last use.
   */
  List<String> lines(int result) {
    joinLines();
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
      if (statement.text().isEmpty()) {
        continue; // it is a part of a later one
      }
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
