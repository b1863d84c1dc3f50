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
 * @param changed the keys of the configuration that differ
 * @param footnotes what else to know, a sentence each
 */
public record ExperimentDiff(
    Place place,
    Finding finding,
    @Nullable Summary before,
    @Nullable Summary after,
    @Nullable Difference difference,
    @Nullable Double p,
    List<Change> changed,
    List<String> footnotes) {

  public ExperimentDiff {
    changed = List.copyOf(changed);
    footnotes = List.copyOf(footnotes);
  }

  static ExperimentDiff unread(Place place, Finding finding) {
    return new ExperimentDiff(place, finding, null, null, null, null, List.of(), List.of());
  }
}
