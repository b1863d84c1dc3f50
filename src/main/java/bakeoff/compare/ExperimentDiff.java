package bakeoff.compare;

import bakeoff.stats.Difference;
import bakeoff.stats.Summary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a diff.
 *
 * @param before test accuracies over seeds, fractions; null where no trial finished or none was
 *     read
 * @param difference null unless the means were compared
 * @param p adjusted by Holm for all rows that were tested; null if this one was not
 * @param changed what differs in the configuration
 * @param footnotes what else to know, a sentence each
 */
public record ExperimentDiff(
    Place place,
    Finding finding,
    @Nullable Summary before,
    @Nullable Summary after,
    @Nullable Difference difference,
    @Nullable Double p,
    Changes changed,
    List<String> footnotes) {

  public ExperimentDiff {
    footnotes = List.copyOf(footnotes);
  }
}
