package bakeoff.report;

import bakeoff.claim.BetterThan;
import bakeoff.claim.Claim;
import bakeoff.claim.Comparative;
import bakeoff.claim.EquivalentTo;
import bakeoff.claim.HardestClasses;
import bakeoff.claim.NoBetterThan;
import bakeoff.claim.WorseThan;
import bakeoff.report.Finding.Answer;
import bakeoff.result.NaturalOrder;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Reference;
import bakeoff.stats.Verdict;
import bakeoff.text.Digits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the files claim, beside what the results say to it. */
record Claims(Form form) implements Section {

  static final String AS_GOOD = " is as good as ";

  @Override
  public String markdown(Comparison c) {
    List<Finding> findings = findings(c);
    if (findings.isEmpty()) {
      return "";
    }
    Markdown.Table table = new Markdown.Table("claim", "the results", "grounds");
    List<Finding> shown = findings.subList(0, Math.min(form.longest(), findings.size()));
    for (Finding finding : shown) {
      table.row(
          Markdown.text(finding.claim()),
          finding.answer().toString(),
          Markdown.text(finding.grounds()));
    }
    return "## What was claimed\n\n"
        + "What the files say was published or expected, against the planned comparisons. *Not"
        + " contradicted* is no proof of equality: the interval says what is still possible."
        + unadjusted(findings.size(), c)
        + "\n\n"
        + table
        + Markdown.leftOut(shown.size(), findings.size(), "claims are");
  }

  private static String unadjusted(int claims, Comparison c) {
    boolean some =
        c.rows().stream().flatMap(row -> of(row).stream()).anyMatch(Claims::isUnadjusted);
    return some && claims > 1
        ? " Answers on equality and on the hardest classes are not adjusted for other claims."
        : "";
  }

  private static boolean isUnadjusted(Claim claim) {
    return claim instanceof EquivalentTo || claim instanceof HardestClasses;
  }

  /** By the names of the experiments, each file's in its order. */
  static List<Finding> findings(Comparison c) {
    List<Row> rows = new ArrayList<>(c.rows());
    rows.sort(Comparator.comparing(Row::name, NaturalOrder.COMPARATOR));
    List<Finding> findings = new ArrayList<>();
    for (Row row : rows) {
      for (Claim claim : of(row)) {
        findings.add(
            claim instanceof HardestClasses hardest
                ? HardClasses.judge(row, hardest.classes())
                : comparative(c, row, (Comparative) claim));
      }
    }
    return findings;
  }

  /** The names of the experiments that a file's claims are about. */
  static List<String> comparedWith(Row row) {
    return of(row).stream()
        .filter(Comparative.class::isInstance)
        .map(claim -> ((Comparative) claim).than())
        .distinct()
        .toList();
  }

  /** The claims of equality, of those that are compared. */
  static List<Equivalence> equalities(Comparison c) {
    List<Equivalence> equalities = new ArrayList<>();
    for (Row row : c.rows()) {
      for (Claim claim : of(row)) {
        if (claim instanceof EquivalentTo to) {
          c.between(to.than(), row.name())
              .map(planned -> new Equivalence(planned, to))
              .ifPresent(equalities::add);
        }
      }
    }
    return equalities;
  }

  private static List<Claim> of(Row row) {
    ExperimentFile file = row.file();
    Reference reference = file == null ? null : file.experiment().reference();
    return reference == null ? List.of() : reference.claims();
  }

  private static Finding comparative(Comparison c, Row row, Comparative claim) {
    String sentence = row.name() + words(claim);
    Optional<Planned> found = c.between(claim.than(), row.name());
    if (found.isEmpty()) {
      boolean both =
          row.isComparable() && c.row(claim.than()).filter(Row::isComparable).isPresent();
      return both
          ? new Finding(row, sentence, Answer.UNDECIDED, "tested on other images")
          : new Finding(row, sentence, Answer.NO_RESULTS, "");
    }
    Planned planned = found.get();
    if (claim instanceof EquivalentTo to) {
      Equivalence equality = new Equivalence(planned, to);
      return new Finding(row, sentence, equality.answer(), equality.grounds());
    }
    return new Finding(row, sentence, answer(claim, planned.verdict()), grounds(planned));
  }

  private static String words(Comparative claim) {
    if (claim instanceof EquivalentTo equivalent) {
      return AS_GOOD + claim.than() + within(equivalent.within());
    }
    if (claim instanceof BetterThan) {
      return " is better than " + claim.than();
    }
    return (claim instanceof WorseThan ? " is worse than " : " is no better than ") + claim.than();
  }

  static String within(double margin) {
    return ", give or take " + Digits.plain(Digits.six(100 * margin)) + " points";
  }

  static Answer answer(Comparative claim, Verdict verdict) {
    return switch (verdict) {
      case BETTER -> claim instanceof BetterThan ? Answer.HOLDS : Answer.CONTRADICTED;
      case WORSE -> claim instanceof BetterThan ? Answer.CONTRADICTED : Answer.HOLDS;
      case NO_DIFFERENCE -> claim instanceof NoBetterThan ? Answer.HOLDS : Answer.CONTRADICTED;
      case WITHIN_NOISE ->
          claim instanceof NoBetterThan ? Answer.NOT_CONTRADICTED : Answer.UNDECIDED;
      case ONE_SEED -> Answer.UNDECIDED;
    };
  }

  private static String grounds(Planned planned) {
    String change = Digits.points(planned.difference().difference()) + " points";
    String seeds = seeds(planned.to()) + " against " + seeds(planned.from());
    return Double.isNaN(planned.difference().low())
        ? change + ", " + seeds + "; nothing tells how seeds vary"
        : change + " (" + interval(planned) + "), " + seeds;
  }

  private static String interval(Planned planned) {
    return "95% interval "
        + Digits.points(planned.difference().low())
        + " to "
        + Digits.points(planned.difference().high())
        + ", "
        + Digits.p(planned.p())
        + Verdicts.marks(planned);
  }

  private static String seeds(Row row) {
    return Digits.count(row.finished().size(), "seed");
  }
}
