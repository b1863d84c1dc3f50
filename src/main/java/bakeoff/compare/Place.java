package bakeoff.compare;

import bakeoff.result.NaturalOrder;
import java.util.Comparator;

/** Where an experiment's results are kept: {@code FOLDER/NAME}. */
public record Place(String folder, String name) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::folder, NaturalOrder.COMPARATOR)
          .thenComparing(Place::name, NaturalOrder.COMPARATOR);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return folder + "/" + name;
  }
}
