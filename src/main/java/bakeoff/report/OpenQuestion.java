package bakeoff.report;

import bakeoff.spec.ExperimentFile;
import java.util.Map;

/**
 * What the seeds so far leave open.
 *
 * @param words whether one experiment differs from another, say
 * @param seeds how many a side would tell
 * @param missing how many of them each file's experiment lacks
 */
public record OpenQuestion(String words, int seeds, Map<ExperimentFile, Integer> missing) {

  public OpenQuestion {
    missing = Map.copyOf(missing);
  }
}
