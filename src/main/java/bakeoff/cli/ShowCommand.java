package bakeoff.cli;

import bakeoff.dataset.DataPlace;
import bakeoff.layer.Row;
import bakeoff.problem.UserError;
import bakeoff.run.Durations;
import bakeoff.run.Speed;
import bakeoff.spec.Experiment;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Network;
import bakeoff.spec.Numbers;
import bakeoff.yaml.ResolvedText;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bakeoff show}: an experiment layer by layer, with the arithmetic behind each shape. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    header = "Explain an experiment: shapes and where they come from, parameters, FLOPs, time.",
    description = {
      "",
      "FLOPs are those of one image's forward pass; a multiply-add counts two, and only"
          + " convolutions and matrix products count.",
      ""
    })
final class ShowCommand implements Callable<Integer> {

  private static final String PREFIXES = " kMGTPE";

  @Parameters(
      paramLabel = "FILE",
      description = "An experiment: FILE.yaml, or FILE@width=32 of a grid.")
  private Path file = Path.of("");

  @Option(
      names = "--resolved",
      description = "Print the experiment with every default, itself a valid file.")
  private boolean resolved;

  @Option(
      names = "--images",
      paramLabel = "FILE.png",
      description = "Draw the first training images as augmentation alters them.")
  private @Nullable Path images;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where data sets are; default: $BAKEOFF_DATA, or data.")
  private @Nullable Path data;

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      description = "Where this machine's speed was noted; default: $BAKEOFF_RUNS, or runs.")
  private @Nullable Path runs;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    DataPlace.choose(data);
    if (resolved && images != null) {
      throw new UserError("--resolved prints a file and --images draws", "leave out one of them");
    }
    if (Files.isDirectory(file)) {
      throw new UserError(file + " is a folder", "`show` takes one file; `check` takes folders");
    }
    Reading reading = Reading.of(List.of(file));
    if (reading.hasMistakes()) {
      reading.printMistakes(spec.commandLine().getErr());
      return 2;
    }
    List<ExperimentFile> found = reading.experiments();
    if (found.size() > 1) {
      throw new UserError(
          file + " is a grid of " + found.size() + " experiments: show one of them",
          "there are " + Only.some(found.stream().map(one -> one.shown().toString()).toList()));
    }
    ExperimentFile experiment = found.get(0);
    if (images != null) {
      out.println(ContactSheet.write(experiment.experiment(), DataPlace.get(), images));
    } else if (resolved) {
      out.print(ResolvedText.of(experiment.experiment()));
      out.flush();
    } else {
      explain(experiment, out);
    }
    return 0;
  }

  private void explain(ExperimentFile file, PrintWriter out) {
    Experiment experiment = file.experiment();
    Network network = experiment.network();
    TextTable table = new TextTable("layer", "output", "arithmetic", ">parameters", ">FLOPs");
    table.row("input", network.input().toString(), "", "", "");
    for (ShownRow shown : ShownRow.of(network.rows())) {
      Row row = shown.row();
      table.row(
          "  ".repeat(row.depth()) + shown.name(),
          row.output().toString(),
          row.arithmetic(),
          count(row.parameters()),
          count(row.flops()));
    }
    table.row("total", "", "", count(network.parameters()), count(network.flops()));
    if (experiment.description() != null) {
      out.println(experiment.description());
      out.println();
    }
    out.print(table);
    out.println();
    double seconds = Speed.of(Folders.given(runs, "BAKEOFF_RUNS", "runs")).seconds(file);
    for (String line : summary(file, network, seconds)) {
      out.println(line);
    }
  }

  private static List<String> summary(ExperimentFile file, Network network, double seconds) {
    Experiment experiment = file.experiment();
    int epochs = experiment.timetable().epochs();
    int trials = experiment.seeds().size();
    List<String> lines = new ArrayList<>();
    if (network.trainable() < network.parameters() || network.statistics() > 0) {
      lines.add(
          "learned: "
              + Numbers.grouped(network.trainable())
              + " parameters of "
              + Numbers.grouped(network.parameters())
              + "; running statistics: "
              + Numbers.grouped(network.statistics())
              + " numbers");
    }
    lines.add(
        "training: "
            + (epochs == 1 ? "1 epoch" : epochs + " epochs")
            + " of "
            + Numbers.grouped(experiment.learningImages())
            + " images, "
            + aside(experiment)
            + "batches of "
            + experiment.training().batchSize()
            + ", "
            + rounded(network.trainingFlops(experiment))
            + ", "
            + (file.threads() == 1 ? "1 thread" : file.threads() + " threads"));
    lines.add(
        "time: about "
            + Durations.text(seconds)
            + " a trial on this machine; "
            + (trials == 1 ? "1 seed" : trials + " seeds"));
    return lines;
  }

  private static String aside(Experiment experiment) {
    int aside = experiment.validationImages();
    return aside == 0 ? "" : Numbers.grouped(aside) + " set aside for validation, ";
  }

  /** To three digits, as 391 GFLOP. */
  private static String rounded(long flops) {
    BigDecimal number = BigDecimal.valueOf(flops).round(new MathContext(3));
    int thousands = Math.min(PREFIXES.length() - 1, (number.precision() - number.scale() - 1) / 3);
    return number.movePointLeft(3 * thousands).stripTrailingZeros().toPlainString()
        + " "
        + PREFIXES.charAt(thousands)
        + "FLOP";
  }

  private static String count(long number) {
    return number == 0 ? "-" : Numbers.grouped(number);
  }
}
