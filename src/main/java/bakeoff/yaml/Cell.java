package bakeoff.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** One place in a grid: a value of each axis. */
record Cell(List<Choice> choices) {

  /**
   * A value of an axis.
   *
   * @param name what the axis is called in names of experiments
   */
  record Choice(Axis axis, String name, String label) {

    Node value() {
      Node value = axis.values().get(label);
      if (value == null) {
        throw new IllegalStateException(axis.key() + " has no " + label);
      }
      return value;
    }
  }

  Cell {
    choices = List.copyOf(choices);
  }

  /** As {@code width=32,rate=0.1}. */
  @Override
  public String toString() {
    return choices.stream()
        .map(choice -> choice.name() + "=" + choice.label())
        .collect(Collectors.joining(","));
  }
}
