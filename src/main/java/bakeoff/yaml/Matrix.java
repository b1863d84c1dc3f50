package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.problem.Spelling;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A grid over names of {@code define} and over keys: every cell of it is an experiment. */
record Matrix(Mark at, List<Axis> axes, List<Cell> cells) {

  static final String KEY = "matrix";
  static final String EXCLUDE = "exclude";
  static final String DOC =
      "An experiment for each combination of these values of names of `define` and of keys, without"
          + " those that are listed in `exclude`: NAME@width=32,batch_size=4.";
  static final String EXAMPLE = "{width: [32, 64], training.batch_size: [4, 32]}";

  private static final int MOST = 1_000;
  private static final int MOST_WITH_EXCLUDED = 100_000;

  Matrix {
    axes = List.copyOf(axes);
    cells = List.copyOf(cells);
  }

  /** Empty if there is none, or if it has a mistake, which is then among the problems. */
  static Optional<Matrix> of(Node.Mapping root, Definitions definitions, Problems problems) {
    Node.Entry given = root.entries().get(KEY);
    if (given == null) {
      return Optional.empty();
    }
    int before = problems.count();
    List<Axis> axes = new ArrayList<>();
    Node exclude = null;
    if (given.value() instanceof Node.Mapping map) {
      for (Map.Entry<String, Node.Entry> entry : map.entries().entrySet()) {
        if (entry.getKey().equals(EXCLUDE)) {
          exclude = entry.getValue().value();
        } else {
          Axis.of(entry.getKey(), entry.getValue(), definitions, problems).ifPresent(axes::add);
        }
      }
    }
    if (axes.isEmpty() && problems.count() == before) {
      problems.add(
          given.key(),
          "`matrix` has to be a map of lists of values",
          "for example `matrix: " + EXAMPLE + "`");
    }
    Map<String, String> names = names(axes);
    List<Map<String, Set<String>>> excluded =
        exclude == null || problems.count() > before
            ? List.of()
            : new Exclusions(axes, names, problems).of(exclude);
    if (problems.count() > before || !isSmall(product(axes), MOST_WITH_EXCLUDED, given, problems)) {
      return Optional.empty();
    }
    List<Cell> cells = new ArrayList<>();
    addCells(axes, names, excluded, new ArrayList<>(), cells);
    if (cells.isEmpty()) {
      problems.add(given.key(), "`exclude` leaves nothing of `matrix`");
    }
    return cells.isEmpty() || !isSmall(cells.size(), MOST, given, problems)
        ? Optional.empty()
        : Optional.of(new Matrix(given.key(), axes, cells));
  }

  private static long product(List<Axis> axes) {
    double product = 1;
    for (Axis axis : axes) {
      product *= axis.values().size();
    }
    return (long) product;
  }

  private static boolean isSmall(long cells, int most, Node.Entry given, Problems problems) {
    if (cells > most) {
      problems.add(
          given.key(),
          String.format(Locale.ROOT, "`matrix` makes %,d experiments", cells),
          String.format(Locale.ROOT, "%,d is the most", most));
    }
    return cells <= most;
  }

  /** The last step of a key, where that tells it from the others. */
  private static Map<String, String> names(List<Axis> axes) {
    Map<String, Integer> count = new HashMap<>();
    axes.forEach(axis -> count.merge(axis.lastStep(), 1, Integer::sum));
    Map<String, String> names = new LinkedHashMap<>();
    for (Axis axis : axes) {
      boolean isUnique = count.getOrDefault(axis.lastStep(), 0) == 1;
      names.put(axis.key(), isUnique ? axis.lastStep() : axis.key());
    }
    return names;
  }

  /** The last axis changes fastest. */
  private static void addCells(
      List<Axis> axes,
      Map<String, String> names,
      List<Map<String, Set<String>>> excluded,
      List<Cell.Choice> chosen,
      List<Cell> cells) {
    if (chosen.size() == axes.size()) {
      if (excluded.stream().noneMatch(exclusion -> holds(exclusion, chosen))) {
        cells.add(new Cell(chosen));
      }
      return;
    }
    Axis axis = axes.get(chosen.size());
    for (String label : axis.values().keySet()) {
      chosen.add(new Cell.Choice(axis, names.getOrDefault(axis.key(), axis.key()), label));
      addCells(axes, names, excluded, chosen, cells);
      chosen.remove(chosen.size() - 1);
    }
  }

  private static boolean holds(Map<String, Set<String>> exclusion, List<Cell.Choice> chosen) {
    Set<String> matching = new HashSet<>();
    for (Cell.Choice choice : chosen) {
      String key = choice.axis().key();
      if (exclusion.getOrDefault(key, Set.of()).contains(choice.label())) {
        matching.add(key);
      }
    }
    return matching.containsAll(exclusion.keySet());
  }

  /** A name whose values nothing uses would make the same experiment several times. */
  void checkUse(Set<String> used, Problems problems) {
    for (Axis axis : axes) {
      if (axis.isName() && !used.contains(axis.key())) {
        problems.add(
            axis.at(),
            "nothing uses `$" + axis.key() + "`: the experiments would all be the same",
            Spelling.nearest(axis.key(), used.stream().sorted().toList())
                .map(near -> "did you mean `" + near + "`?")
                .orElse(null));
      }
    }
  }

  static ObjectNode schema() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("description", DOC);
    node.putArray("examples").add(FlowText.parse(EXAMPLE));
    node.put("type", "object").put("minProperties", 1);
    ObjectNode exclude = node.putObject("properties").putObject(EXCLUDE);
    exclude.put("description", "Combinations that are left out; a key may have several values.");
    exclude.put("type", "array");
    exclude.putObject("items").put("type", "object").put("minProperties", 1);
    ObjectNode values = node.putObject("additionalProperties");
    values.put("description", "Values, or a map of values by labels for the experiments' names.");
    values.putArray("type").add("array").add("object");
    values.put("minItems", 1).put("minProperties", 1);
    ObjectNode member = values.putObject("items");
    member.putArray("type").add("string").add("number").add("boolean").add("null");
    return node;
  }
}
