package bakeoff.run;

import bakeoff.problem.UserError;
import bakeoff.spec.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several parts of all trials, done or not: machines that have the same files agree on them
 * without talking, whatever has a result by now.
 *
 * @param number from 1 to {@code of}
 */
public record Shard(int number, int of) {

  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern FORM = Pattern.compile("(\\d{1,7})/(\\d{1,7})");

  /**
   * @throws UserError if the text is not as {@code 2/4}
   */
  public static Shard parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new UserError("--shard " + text + ": has to be I/N", "2/4 is the second of four");
    }
    Shard shard = new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    if (shard.number < 1 || shard.number > shard.of) {
      throw new UserError(
          "--shard " + text + ": there is no such shard",
          shard.of == 0 ? "2/4 is the second of four" : "they count from 1 to " + shard.of);
    }
    return shard;
  }

  /** This part of the trials. */
  public List<Trial> part(List<Trial> trials) {
    return of == 1 ? trials : split(trials, of).get(number - 1);
  }

  /**
   * Each trial in one part: the longest first, to the part that has least to do so far (Graham
   * 1969). With as many parts as trials, each has one.
   */
  public static List<List<Trial>> split(List<Trial> trials, int parts) {
    Map<Trial, Double> seconds = new HashMap<>();
    trials.forEach(trial -> seconds.put(trial, Estimate.of(trial.file()).seconds()));
    List<Trial> longestFirst = new ArrayList<>(trials);
    longestFirst.sort(
        Comparator.comparingDouble((Trial trial) -> seconds.getOrDefault(trial, 0.0))
            .reversed()
            .thenComparing(Trial::label));
    List<List<Trial>> split = new ArrayList<>();
    double[] load = new double[parts];
    for (int i = 0; i < parts; i++) {
      split.add(new ArrayList<>());
    }
    for (Trial trial : longestFirst) {
      int least = 0;
      for (int i = 1; i < parts; i++) {
        least = load[i] < load[least] ? i : least;
      }
      split.get(least).add(trial);
      load[least] += seconds.getOrDefault(trial, 0.0);
    }
    return split;
  }
}
