package bakeoff.report;

import bakeoff.spec.ExperimentFile;
import bakeoff.stats.Difference;
import bakeoff.stats.SeedsNeeded;
import bakeoff.stats.Verdict;
import bakeoff.text.Digits;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to run to know more. */
final class Next implements Section {

  private static final int MANY = 100;

  /** A comparison that is open, with the seeds a side that would settle a gap of its size. */
  private record Question(Planned planned, int seeds) {

    List<Row> sides() {
      return List.of(planned.from(), planned.to());
    }

    int missing(Row side) {
      return Math.max(0, seeds - side.finished().size());
    }
  }

  @Override
  public String markdown(Comparison c) {
    if (c.rows().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    Tally tally = c.tally();
    int toRun = tally.notRun() + tally.stale() + tally.failed();
    if (toRun > 0) {
      text.append(Digits.count(toRun, "trial")).append(toRun == 1 ? " is" : " are");
      text.append(" still to run:\n\n").append(command(c, ""));
    }
    String question = question(c);
    text.append(text.isEmpty() || question.isEmpty() ? "" : "\n").append(question);
    String power = power(c);
    text.append(text.isEmpty() || power.isEmpty() ? "" : "\n").append(power);
    return text.isEmpty() ? "" : "## Next\n\n" + text;
  }

  private static String question(Comparison c) {
    if (!c.noise().known()) {
      boolean several = c.comparable().size() > 1;
      return several
          ? "No experiment has two seeds, so nothing tells a difference from chance. With"
              + " `seeds: [1, 2, 3]` in the files worth comparing:\n\n"
              + command(c, "")
          : "";
    }
    return closest(c).map(question -> settle(c, question)).orElse("");
  }

  /** The one that needs the fewest seeds. */
  private static Optional<Question> closest(Comparison c) {
    return c.planned().stream()
        .filter(p -> p.verdict() == Verdict.WITHIN_NOISE)
        .filter(p -> Math.abs(p.difference().difference()) >= 0.00005)
        .map(p -> new Question(p, seeds(c, p)))
        .filter(question -> question.seeds <= MANY)
        .min(Comparator.comparingInt(Question::seeds));
  }

  /**
   * More than the larger side has. The error is that of the test that was used, the level that of
   * one of so many comparisons.
   */
  private static int seeds(Comparison c, Planned p) {
    Difference d = p.difference();
    int first = p.from().finished().size();
    int second = p.to().finished().size();
    double sd = d.error() / Math.sqrt(1.0 / first + 1.0 / second);
    int others = Math.max(0, c.noise().degreesOfFreedom() - first - second + 2);
    double share = Verdict.ALPHA / c.planned().size();
    int needed = SeedsNeeded.perSide(d.difference(), sd, others, share);
    return Math.max(needed, Math.max(first, second) + 1);
  }

  /** The closest question, for a program to say what its answer takes. */
  static Optional<OpenQuestion> open(Comparison c) {
    return closest(c)
        .map(
            question -> {
              Map<ExperimentFile, Integer> missing = new LinkedHashMap<>();
              for (Row row : question.sides()) {
                ExperimentFile file = row.file();
                if (file != null) {
                  missing.put(file, question.missing(row));
                }
              }
              Planned p = question.planned;
              return new OpenQuestion(p.to().name(), p.from().name(), question.seeds, missing);
            });
  }

  private static String settle(Comparison c, Question question) {
    Planned p = question.planned;
    String from = p.from().name();
    String to = p.to().name();
    long more = 0;
    long flops = 0;
    for (Row row : question.sides()) {
      more += question.missing(row);
      flops += question.missing(row) * row.trainingFlops();
    }
    boolean plain = Markdown.isPlainName(from) && Markdown.isPlainName(to);
    return "The closest question is whether "
        + Markdown.text(to)
        + " differs from "
        + Markdown.text(from)
        + " ("
        + Digits.points(p.difference().difference())
        + " points): about "
        + question.seeds
        + " seeds a side would show a difference of that size four times in five. That is "
        + more
        + " more trainings, "
        + Digits.flops(flops)
        + "; with `seeds: [1, …, "
        + question.seeds
        + "]` in "
        + (isOneFile(from, to) ? "the file" : "both files")
        + ":\n\n"
        + command(c, plain ? " --only '{" + glob(from) + "," + glob(to) + "}'" : "");
  }

  /** Of a grid, whose members' names have commas. */
  private static boolean isOneFile(String one, String other) {
    int at = one.indexOf(ExperimentFile.MEMBER);
    return at >= 0 && other.startsWith(one.substring(0, at + 1));
  }

  /** Commas part the alternatives of a glob. */
  private static String glob(String name) {
    return name.replace(",", "\\,");
  }

  private static String command(Comparison c, String options) {
    String folder = Markdown.isPlainName(c.folder()) ? "experiments/" + c.folder() : "experiments";
    return "```sh\nbakeoff run " + folder + options + "\n```\n";
  }

  private static String power(Comparison c) {
    double sd = c.noise().sd();
    if (!(sd > 0)) {
      return "";
    }
    int freedom = c.noise().degreesOfFreedom();
    return "Seeds alone move test accuracy by "
        + Digits.percent(sd)
        + " points (standard deviation, "
        + Digits.count(freedom, "degree")
        + " of freedom). To be shown four times in five by one comparison alone, "
        + need(0.005, sd, freedom)
        + "; "
        + need(0.02, sd, freedom)
        + ".\n";
  }

  private static String need(double difference, double sd, int freedom) {
    int seeds = SeedsNeeded.perSide(difference, sd, freedom);
    String points = Digits.fixed(100 * difference, difference < 0.01 ? 1 : 0);
    return points + " points need about " + Digits.count(seeds) + " seeds a side";
  }
}
