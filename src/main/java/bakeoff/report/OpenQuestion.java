package bakeoff.report;

import bakeoff.spec.ExperimentFile;
import java.util.Map;

/**
 * Whether one experiment differs from another, which their seeds so far leave open.
 *
 * @param seeds how many a side would settle a difference of the size that was found
 * @param missing how many of them each file's experiment lacks
 */
public record OpenQuestion(
    String experiment, String other, int seeds, Map<ExperimentFile, Integer> missing) {

  public OpenQuestion {
    missing = Map.copyOf(missing);
  }
}
