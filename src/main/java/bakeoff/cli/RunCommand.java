package bakeoff.cli;

import bakeoff.dataset.DataPlace;
import bakeoff.problem.Problems;
import bakeoff.problem.UserError;
import bakeoff.report.Report;
import bakeoff.result.Outcome;
import bakeoff.result.ResultStore;
import bakeoff.result.TrialResult;
import bakeoff.run.Durations;
import bakeoff.run.Places;
import bakeoff.run.Plan;
import bakeoff.run.Scheduler;
import bakeoff.run.Shard;
import bakeoff.run.Speed;
import bakeoff.run.TrialState;
import bakeoff.spec.Trial;
import bakeoff.train.Device;
import bakeoff.yaml.Setting;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Train the Ith of N parts only, and leave the report to `bakeoff report`.")
  private @Nullable String shard;

  @Option(
      names = "--verify",
      description = "Train one trial again, the quickest of those named, and compare the bytes.")
  private boolean verify;

  @Option(
      names = "--clean",
      description = "Remove from RUNS what no trial of these folders needs any more, and end.")
  private boolean clean;

  @Mixin private Only only = new Only();

  @Mixin private Folders folders = new Folders();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    DataPlace.choose(folders.data());
    List<Setting> set = settings();
    Scheduler.Limits limits = new Scheduler.Limits(seconds(), Devices.SILENCE_SECONDS);
    if (verify && (clean || dryRun || force || shard != null)) {
      throw new UserError(
          "--verify trains one trial again, aside, and does nothing else",
          "leave out --clean, --dry-run, --force and --shard");
    }
    Shard part = shard == null ? Shard.WHOLE : Shard.parse(shard);
    if (verify) {
      paths = only.takeNames(paths);
    }
    Reading reading = Reading.of(paths, set, only.names());
    if (reading.hasMistakes()) {
      reading.printMistakes(err);
      return 2;
    }
    if (clean) {
      return new Cleaning(folders, out).of(reading, dryRun);
    }
    if (verify) {
      List<Trial> named = only.trials(reading.experiments());
      return new Verification(folders, out, err).of(named, Devices.choose(on), limits);
    }
    ResultStore results = folders.store();
    List<Trial> trials = part.part(only.trials(reading.experiments()));
    Renames renames = Renames.among(reading.experiments(), results);
    renames = part.of() == 1 ? renames : renames.of(trials);
    if (!dryRun) {
      renames.apply(results, err);
    }
    Speed speed = Speed.of(folders.runs());
    int cores = Runtime.getRuntime().availableProcessors();
    // Other seeds are other trials; another value makes another experiment of the same name.
    Places places = settings.isEmpty() ? folders.places() : folders.placesOfTries();
    Plan plan = Plan.of(trials, places, speed, cores, jobs(), force);
    if (dryRun) {
      return dryRun(plan, renames, out);
    }
    Device device = Devices.choose(on);
    Devices.refuseBfloat16(plan, device);
    Preparation.of(plan, folders, err);
    err.println(plan);
    Supplier<Standings> standings = () -> Standings.of(trials, results);
    boolean complete = Training.of(plan, places, device, limits, speed, standings, err);
    boolean allGood =
        part.of() == 1 ? report(reading, set, results, speed) : allGood(trials, results);
    return complete && allGood ? 0 : 1;
  }

  /** False if a trial of the folders failed or diverged, now or before. */
  private boolean report(Reading reading, List<Setting> set, ResultStore results, Speed speed)
      throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    boolean allGood = true;
    for (String folder : reading.byFolder().keySet()) {
      Path files = reading.byFolder().get(folder).get(0).path().resolveSibling("");
      PrintWriter err = spec.commandLine().getErr();
      Problems problems = new Problems();
      Report report = FolderReport.of(folder, files, set, only.names(), results, problems);
      problems.sorted().forEach(problem -> err.println("left out of the report: " + problem));
      report.write(results.folder(folder));
      allGood &= !report.anyWrong();
      spec.commandLine().getOut().println(results.folder(folder).resolve("report.md"));
      report.openQuestion().ifPresent(q -> err.println(QuestionText.of(q, speed, cores)));
    }
    return allGood;
  }

  /** The other shards may not have ended yet: nothing is compared, only this one's trials count. */
  private boolean allGood(List<Trial> trials, ResultStore results) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("`bakeoff report` writes the comparison once all shards have ended");
    return trials.stream()
        .allMatch(
            trial ->
                TrialState.of(trial, results) == TrialState.CURRENT
                    && results
                        .find(trial)
                        .map(TrialResult::outcome)
                        .filter(Outcome.Finished.class::isInstance)
                        .isPresent());
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
}
