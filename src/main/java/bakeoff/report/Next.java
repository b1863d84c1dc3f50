package bakeoff.report;

import bakeoff.spec.ExperimentFile;
import bakeoff.stats.SeedsNeeded;
import bakeoff.stats.Verdict;
import bakeoff.text.Digits;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What to run to know more. */
final class Next implements Section {

  private static final int MANY = 100;
  private static final int LONGEST_LIST = 5;

  /**
   * A comparison that is open.
   *
   * @param relation whether it holds between the one and the other is asked
   * @param within ends the question
   * @param would what so many seeds a side would do
   */
  private record Question(
      Planned planned, String relation, String within, int seeds, String would) {

    String words(UnaryOperator<String> name) {
      String one = name.apply(planned.to().name());
      return "whether " + one + relation + name.apply(planned.from().name()) + within;
    }

    List<Row> sides() {
      return List.of(planned.from(), planned.to());
    }

    /** Else its file has the seeds already, and they are still to run. */
    boolean asksForMore(Row side) {
      ExperimentFile file = side.file();
      return file == null || file.experiment().seeds().size() - side.wrong().size() < seeds;
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
          ? "None of those compared has two seeds, so nothing tells a difference from chance. With"
              + " `seeds: [1, 2, 3]` in the files worth comparing:\n\n"
              + command(c, "")
          : "";
    }
    return open(c).map(question -> settle(c, question)).orElse("");
  }

  /** The one that needs the fewest seeds; of all others, what a file claims and nothing shows. */
  private static Optional<Question> open(Comparison c) {
    List<Equivalence> equalities = Claims.equalities(c);
    List<Question> claimed =
        equalities.stream()
            .filter(Equivalence::isOpen)
            .map(equality -> equality(c, equality))
            .toList();
    return fewestSeeds(claimed)
        .or(
            () ->
                fewestSeeds(
                    c.planned().stream()
                        .filter(p -> p.verdict() == Verdict.WITHIN_NOISE)
                        .filter(p -> Math.abs(p.difference().difference()) >= 0.00005)
                        .filter(p -> equalities.stream().noneMatch(e -> e.isOf(p)))
                        .map(p -> difference(c, p))
                        .toList()));
  }

  private static Optional<Question> fewestSeeds(List<Question> questions) {
    return questions.stream()
        .filter(question -> question.seeds <= MANY)
        .filter(question -> question.sides().stream().anyMatch(question::asksForMore))
        .min(Comparator.comparingInt(Question::seeds));
  }

  private static Question equality(Comparison c, Equivalence equality) {
    Planned p = equality.planned();
    return new Question(
        p,
        Claims.AS_GOOD,
        Claims.within(equality.claim().within()),
        more(p, equality.seedsNeeded(others(c, p))),
        " seeds a side would show that four times in five, if they do not differ");
  }

  /** At the level of one of so many comparisons. */
  private static Question difference(Comparison c, Planned p) {
    double size = p.difference().difference();
    double share = Verdict.ALPHA / c.planned().size();
    int needed = SeedsNeeded.perSide(size, p.sd(), others(c, p), share);
    return new Question(
        p,
        " differs from ",
        "",
        more(p, needed),
        " seeds a side would show a difference of that size four times in five");
  }

  /** More than the larger side has. */
  private static int more(Planned p, int needed) {
    return Math.max(needed, Math.max(p.from().finished().size(), p.to().finished().size()) + 1);
  }

  /** The degrees of freedom that other experiments add. */
  private static int others(Comparison c, Planned p) {
    int own = p.from().finished().size() + p.to().finished().size() - 2;
    return Math.max(0, c.noise().degreesOfFreedom() - own);
  }

  /** The first question, for a program to say what its answer takes. */
  static Optional<OpenQuestion> openQuestion(Comparison c) {
    return open(c)
        .map(
            question -> {
              Map<ExperimentFile, Integer> missing = new LinkedHashMap<>();
              for (Row row : question.sides()) {
                ExperimentFile file = row.file();
                if (file != null) {
                  missing.put(file, question.missing(row));
                }
              }
              return new OpenQuestion(question.words(name -> name), question.seeds, missing);
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
    return "The closest question is "
        + question.words(Markdown::text)
        + " ("
        + Digits.points(p.difference().difference())
        + " points): about "
        + question.seeds
        + question.would
        + ". That is "
        + more
        + " more trainings, "
        + Digits.flops(flops)
        + "; with "
        + edits(p, question.seeds)
        + ":\n\n"
        + command(c, plain ? " --only '{" + glob(from) + "," + glob(to) + "}'" : "");
  }

  private static String edits(Planned p, int needed) {
    String from = seeds(p.from(), needed);
    String to = seeds(p.to(), needed);
    if (from.equals(to)) {
      return from + (isOneFile(p.from().name(), p.to().name()) ? " in the file" : " in both files");
    }
    return from
        + " in the file of "
        + Markdown.text(p.from().name())
        + " and "
        + to
        + " in that of "
        + Markdown.text(p.to().name());
  }

  /** Its file's, and the least others that are wanted, beside what did not finish. */
  private static String seeds(Row row, int needed) {
    ExperimentFile file = row.file();
    NavigableSet<Integer> seeds =
        new TreeSet<>(file == null ? List.of() : file.experiment().seeds());
    int most = needed + row.wrong().size();
    IntStream.iterate(1, seed -> seeds.size() < most, seed -> seed + 1).forEach(seeds::add);
    boolean areFirst = seeds.first() == 1 && seeds.last() == seeds.size();
    boolean brief = areFirst && seeds.size() > LONGEST_LIST;
    return "`seeds: " + (brief ? "[1, …, " + seeds.last() + "]" : seeds) + "`";
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
