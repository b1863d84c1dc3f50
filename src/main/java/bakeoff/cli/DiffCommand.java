package bakeoff.cli;

import bakeoff.compare.ExperimentDiff;
import bakeoff.compare.JsonDiff;
import bakeoff.compare.MarkdownDiff;
import bakeoff.compare.ResultsDiff;
import bakeoff.compare.Source;
import bakeoff.compare.TextDiff;
import bakeoff.problem.UserError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bakeoff diff}: what changed in the results, and whether it is more than chance. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    header = "Compare the results of two git revisions, or of two folders.",
    description = {
      "",
      "A row an experiment: the change in test accuracy, its interval (95%% at the usual --alpha), whether it is more than"
          + " the chance of the seeds, and what changed in its configuration.",
      "",
      "  bakeoff diff                  what is not committed yet",
      "  bakeoff diff HEAD~1           the working tree against the commit before",
      "  bakeoff diff v1 v2            two revisions; v1..v2 is the same",
      "  bakeoff diff main...topic     what topic did since it left main",
      "  bakeoff diff results other    two folders of results",
      ""
    })
public final class DiffCommand implements Callable<Integer> {

  enum Format {
    TEXT,
    MARKDOWN,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "A",
      description = "The older revision, A..B, A...B, or a folder; HEAD if not given.")
  private @Nullable String first;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B",
      description = "The newer revision or folder; the working tree if not given.")
  private @Nullable String second;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; markdown is a comment for a pull request.")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-on-regression",
      description = "Exit with 1 if an experiment is worse or has failed.")
  private boolean failOnRegression;

  @Option(
      names = "--alpha",
      paramLabel = "P",
      defaultValue = "0.05",
      description = "How often chance alone may be called a difference, over all rows together.")
  private double alpha = 0.05;

  @Option(
      names = "--min-drop",
      paramLabel = "FRACTION",
      defaultValue = "0",
      description = "Smaller losses of accuracy are no regression: 0.01 is one point.")
  private double minDrop;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "The folder with the results; default: ${DEFAULT-VALUE}.")
  private Path results = Path.of("results");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (!(alpha > 0 && alpha < 1)) {
      throw new UserError("--alpha " + alpha + ": has to be between 0 and 1", "0.05 is usual");
    }
    if (!(minDrop >= 0 && minDrop <= 1)) {
      throw new UserError(
          "--min-drop " + minDrop + ": has to be a fraction from 0 to 1", "0.01 is one point");
    }
    if (minDrop > 0 && !failOnRegression) {
      throw new UserError("--min-drop says what --fail-on-regression minds", "give both");
    }
    Source source = new Source(Path.of("").toAbsolutePath(), results, alpha);
    ResultsDiff diff = source.compare(first, second);
    print(diff, source);
    List<ExperimentDiff> regressions = failOnRegression ? diff.regressions(minDrop) : List.of();
    return regressions.isEmpty() ? 0 : 1;
  }

  private void print(ResultsDiff diff, Source source) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    switch (format) {
      case MARKDOWN -> out.print(MarkdownDiff.of(diff));
      case JSON -> out.print(JsonDiff.of(diff));
      case TEXT -> {
        String since = first == null ? "HEAD" : first;
        if (second == null && !since.contains("..") && diff.isUnchanged()) {
          out.print("Nothing has changed since " + since + ".\n");
          if (since.equals("HEAD") && source.hasEarlier()) {
            out.print("`bakeoff diff HEAD~1` shows what the last commit changed.\n");
          }
        } else {
          out.print(TextDiff.of(diff, TerminalWidth.columns(), Ansi.AUTO.enabled()));
        }
      }
    }
    out.flush();
  }
}
