package bakeoff.cli;

import bakeoff.dataset.DataPlace;
import bakeoff.dataset.DatasetSource;
import bakeoff.problem.UserError;
import bakeoff.report.Report;
import bakeoff.result.ResultStore;
import bakeoff.run.Durations;
import bakeoff.run.Plan;
import bakeoff.run.Scheduler;
import bakeoff.run.Speed;
import bakeoff.spec.ExperimentFile;
import bakeoff.train.Device;
import bakeoff.yaml.Setting;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bakeoff run}: trains what is not up to date, and reports. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    header = "Train what is not up to date, and write the comparison.",
    description = {
      "",
      "A trial is an experiment with one of its seeds. One whose content (file, seed, data) has a"
          + " result is not trained again; one that was interrupted goes on where it was.",
      ""
    })
final class RunCommand implements Callable<Integer> {

  enum On {
    AUTO,
    CPU,
    GPU;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files or folders; default: experiments.")
  private List<Path> paths = List.of();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Trials at once, at most; default: as many as fill the cores.")
  private int jobs = Integer.MAX_VALUE;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "${COMPLETION-CANDIDATES}; auto is the GPU if there is one.")
  private On on = On.AUTO;

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      description = "Train only experiments with such names; the report covers the folder.")
  private @Nullable String only;

  @Option(
      names = "--seeds",
      paramLabel = "1,2,3",
      description = "Other seeds than the files say; needs --results.")
  private @Nullable String seeds;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Another value, as training.phases.0.epochs=1; needs --results.")
  private List<String> settings = List.of();

  @Option(names = "--force", description = "Train what is up to date, too.")
  private boolean force;

  @Option(names = "--dry-run", description = "Say what would be trained, and end.")
  private boolean dryRun;

  @Option(
      names = "--timeout",
      paramLabel = "T",
      description = "Give a trial up after that time: 90s, 45m, 2h.")
  private @Nullable String timeout;

  @Mixin private Folders folders = new Folders();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    DataPlace.choose(folders.data());
    List<Setting> set = settings();
    Scheduler.Limits limits = new Scheduler.Limits(seconds(), Devices.SILENCE_SECONDS);
    Reading reading = Reading.of(paths, set, only());
    if (reading.hasMistakes()) {
      reading.printMistakes(err);
      return 2;
    }
    ResultStore results = folders.store();
    Renames renames = Renames.among(reading.experiments(), results);
    if (!dryRun) {
      renames.apply(results, err);
    }
    Speed speed = Speed.of(folders.runs());
    int cores = Runtime.getRuntime().availableProcessors();
    Plan plan = Plan.of(chosen(reading.experiments()), results, speed, cores, jobs(), force);
    if (dryRun) {
      return dryRun(plan, renames, out);
    }
    Device device = Devices.choose(on);
    Devices.refuseBfloat16(plan, device);
    prepare(plan, err);
    err.println(plan);
    Supplier<Standings> standings = () -> Standings.of(chosen(reading.experiments()), results);
    boolean complete = train(plan, device, limits, speed, standings, err);
    boolean allGood = true;
    for (String folder : reading.byFolder().keySet()) {
      Path files = reading.byFolder().get(folder).get(0).path().resolveSibling("");
      Report report = FolderReport.of(folder, files, set, only(), results, err);
      report.write(results.folder(folder));
      allGood &= !report.anyWrong();
      out.println(results.folder(folder).resolve("report.md"));
    }
    return complete && allGood ? 0 : 1;
  }

  private static int dryRun(Plan plan, Renames renames, PrintWriter out) {
    int toRun = 0;
    for (Plan.Planned next : plan.trials()) {
      if (!renames.gives(next.trial())) {
        out.println(next.trial().label() + ": about " + Durations.text(next.seconds()));
        toRun++;
      }
    }
    int upToDate = plan.upToDate() + plan.trials().size() - toRun;
    out.println(toRun + " to run, " + upToDate + " up to date");
    return 0;
  }

  private List<Setting> settings() {
    List<Setting> set = new ArrayList<>();
    settings.forEach(text -> set.add(Setting.parse(text)));
    if (seeds != null) {
      set.add(Setting.parse("seeds=[" + seeds + "]"));
    }
    if (!set.isEmpty() && !folders.hasOwnResults()) {
      throw new UserError(
          "--set and --seeds make other experiments than the files say",
          "give them a folder of their own, as --results target/try");
    }
    return set;
  }

  private int jobs() {
    if (jobs < 1) {
      throw new UserError("--jobs " + jobs + ": has to be at least 1");
    }
    return jobs;
  }

  private List<ExperimentFile> chosen(List<ExperimentFile> experiments) {
    if (only == null) {
      return experiments;
    }
    Predicate<String> wanted = only();
    List<ExperimentFile> chosen =
        experiments.stream().filter(file -> wanted.test(file.name())).toList();
    if (chosen.isEmpty()) {
      List<String> names = experiments.stream().map(ExperimentFile::name).toList();
      throw new UserError(
          "--only " + only + ": no experiment has such a name",
          "there are " + String.join(", ", names));
    }
    return chosen;
  }

  /** Whether an experiment of this name is to be trained. */
  private Predicate<String> only() {
    if (only == null) {
      return name -> true;
    }
    try {
      PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + only);
      return name -> glob.matches(Path.of(name));
    } catch (PatternSyntaxException e) {
      throw new UserError(
          "--only " + only + ": not a pattern of names", "for example 'model-[1-3]' or '*-wide'");
    }
  }

  private double seconds() {
    if (timeout == null) {
      return Double.POSITIVE_INFINITY;
    }
    if (!timeout.matches("\\d{1,6}[smh]")) {
      throw new UserError("--timeout " + timeout + ": has to be a time like 90s, 45m or 2h");
    }
    double number = Double.parseDouble(timeout.substring(0, timeout.length() - 1));
    return switch (timeout.charAt(timeout.length() - 1)) {
      case 'h' -> number * 3600;
      case 'm' -> number * 60;
      default -> number;
    };
  }

  /**
   * Data that is missing or damaged, or a folder that cannot be written, is told before training.
   */
  private void prepare(Plan plan, PrintWriter err) throws IOException {
    Set<DatasetSource> sources = new LinkedHashSet<>();
    for (Plan.Planned next : plan.trials()) {
      sources.add(next.trial().experiment().dataset());
    }
    for (DatasetSource source : sources) {
      source.prepare(folders.data(), new Bar(err));
    }
    for (Path folder : List.of(folders.results(), folders.runs())) {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new UserError(folder + ": cannot be written to");
      }
    }
  }

  /** False if a trial failed or diverged. */
  private boolean train(
      Plan plan,
      Device device,
      Scheduler.Limits limits,
      Speed speed,
      Supplier<Standings> standings,
      PrintWriter err)
      throws IOException, InterruptedException {
    if (plan.trials().isEmpty()) {
      return true;
    }
    try (RunView view = RunView.on(err, standings)) {
      Scheduler scheduler = new Scheduler(plan, folders.places(), device, limits, speed, view);
      Thread onInterrupt = new Thread(() -> interrupt(scheduler, view, err), "interrupt");
      Runtime.getRuntime().addShutdownHook(onInterrupt);
      Scheduler.Tally tally = scheduler.run();
      if (scheduler.isStopping()) {
        onInterrupt.join(); // the hook says the last words, and the signal the exit code
        Thread.sleep(Long.MAX_VALUE);
      }
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
      return tally.failed() + tally.diverged() == 0;
    }
  }

  private static void interrupt(Scheduler scheduler, RunView view, PrintWriter err) {
    view.close();
    err.println("interrupted; leaving checkpoints …");
    try {
      scheduler.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    err.println("what was finished is kept; the same command goes on from here");
    err.flush();
  }
}
