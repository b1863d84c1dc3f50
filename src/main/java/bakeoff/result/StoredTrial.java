package bakeoff.result;

import java.util.Comparator;

/** A result and where it is kept: {@code FOLDER/NAME/SEED.json}. */
public record StoredTrial(String folder, String name, TrialResult result) {

  /** By folder, name and seed; names with numbers in them in the order of the numbers. */
  public static final Comparator<StoredTrial> ORDER =
      Comparator.comparing(StoredTrial::folder)
          .thenComparing(StoredTrial::name, NaturalOrder.COMPARATOR)
          .thenComparingInt(stored -> stored.result().seed());
}
