package bakeoff.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Two sets of results, experiment by experiment. */
public record ResultsDiff(String before, String after, double alpha, List<ExperimentDiff> rows) {

  public ResultsDiff {
    rows = List.copyOf(rows);
  }

  public boolean isUnchanged() {
    return rows.stream().allMatch(row -> row.finding() == Finding.UNCHANGED);
  }

  /** {@code 1 better, 2 within noise, 7 unchanged}. */
  public String counts() {
    return Arrays.stream(Finding.values())
        .filter(finding -> count(finding) > 0)
        .map(finding -> count(finding) + " " + finding)
        .collect(Collectors.joining(", "));
  }

  /**
   * The rows that are worse by at least so much, and those that failed.
   *
   * @param minDrop a fraction of the test images
   */
  public List<ExperimentDiff> regressions(double minDrop) {
    return rows.stream().filter(row -> isRegression(row, minDrop)).toList();
  }

  private static boolean isRegression(ExperimentDiff row, double minDrop) {
    return switch (row.finding()) {
      case FAILED -> true;
      case WORSE -> row.difference() != null && -row.difference().difference() >= minDrop;
      case BETTER,
          WITHIN_NOISE,
          ONE_SEED,
          UNCHANGED,
          CONFIGURATION_ONLY,
          RENAMED,
          NEW,
          GONE,
          NOT_COMPARABLE ->
          false;
    };
  }

  private long count(Finding finding) {
    return rows.stream().filter(row -> row.finding() == finding).count();
  }
}
