package bakeoff.cli;

import bakeoff.layer.Repeat;
import bakeoff.layer.Row;
import bakeoff.schema.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a network as it is shown: rounds of a {@code repeat} that are alike stand once.
 *
 * @param name the layer's; of several rounds, the first and the last, and how many they are
 */
record ShownRow(String name, Row row) {

  private static final String REPEAT = Names.of(Repeat.class);

  static List<ShownRow> of(List<Row> rows) {
    List<ShownRow> shown = new ArrayList<>();
    add(rows, shown);
    return shown;
  }

  private static void add(List<Row> rows, List<ShownRow> shown) {
    for (int i = 0; i < rows.size(); ) {
      Row row = rows.get(i);
      int end = end(rows, i);
      shown.add(new ShownRow(row.name(), row));
      List<Row> inside = rows.subList(i + 1, end);
      if (row.name().equals(REPEAT)) {
        addRounds(inside, shown);
      } else {
        add(inside, shown);
      }
      i = end;
    }
  }

  /** Where what is in a layer ends. */
  private static int end(List<Row> rows, int start) {
    int end = start + 1;
    while (end < rows.size() && rows.get(end).depth() > rows.get(start).depth()) {
      end++;
    }
    return end;
  }

  private static void addRounds(List<Row> rows, List<ShownRow> shown) {
    for (int i = 0; i < rows.size(); ) {
      Row first = rows.get(i);
      List<Row> round = rows.subList(i, end(rows, i));
      Row last = first;
      int times = 0;
      while (i < rows.size() && isAlike(round, rows.subList(i, end(rows, i)))) {
        last = rows.get(i);
        i = end(rows, i);
        times++;
      }
      String several = first.name() + " … " + last.name() + ", × " + times;
      shown.add(new ShownRow(times == 1 ? first.name() : several, first));
      add(round.subList(1, round.size()), shown);
    }
  }

  /** But for the number of the round. */
  private static boolean isAlike(List<Row> round, List<Row> other) {
    Row a = round.get(0);
    Row b = other.get(0);
    return a.output().equals(b.output())
        && a.arithmetic().equals(b.arithmetic())
        && round.subList(1, round.size()).equals(other.subList(1, other.size()));
  }
}
