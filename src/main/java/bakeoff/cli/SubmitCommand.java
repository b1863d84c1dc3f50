package bakeoff.cli;

import bakeoff.dataset.DataPlace;
import bakeoff.problem.UserError;
import bakeoff.result.AtomicFile;
import bakeoff.result.ResultStore;
import bakeoff.run.Durations;
import bakeoff.run.Plan;
import bakeoff.run.Shard;
import bakeoff.run.Slurm;
import bakeoff.run.SlurmScript;
import bakeoff.run.Speed;
import bakeoff.run.TaskArray;
import bakeoff.spec.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bakeoff submit}: the same as {@code run}, as one job array on a Slurm cluster. */
@Command(
    name = "submit",
    mixinStandardHelpOptions = true,
    header = "Train on a Slurm cluster what is not up to date, a task a trial.",
    customSynopsis = "Usage: bakeoff submit [OPTIONS] [PATH...] [-- FLAGS of sbatch...]",
    description = {
      "",
      "Writes one batch script to RUNS/slurm, hands it to sbatch as a job array, with a job after it"
          + " that writes the report, and ends. Program, experiments, data, results and runs have"
          + " to be where the cluster's nodes find them. For example:",
      "",
      "  bakeoff submit experiments/cifar10 -- --partition=gpu --gres=gpu:1 --time=2:00:00",
      ""
    })
final class SubmitCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files or folders; default: experiments. Behind -- flags for sbatch.")
  private List<String> words = List.of();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Trials at once, at most; default: as many as the cluster runs.")
  private int jobs = Integer.MAX_VALUE;

  @Option(
      names = "--dry-run",
      description = "Print the script and what would be submitted, and end.")
  private boolean dryRun;

  @Mixin private Only only = new Only();

  @Mixin private Folders folders = new Folders();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (jobs < 1) {
      throw new UserError("--jobs " + jobs + ": has to be at least 1");
    }
    DataPlace.choose(folders.data());
    List<String> original = spec.commandLine().getParseResult().originalArgs();
    int dashes = original.indexOf("--");
    List<String> behind = dashes < 0 ? List.of() : original.subList(dashes + 1, original.size());
    List<String> flags = SbatchFlags.lines(behind);
    List<String> paths = words.subList(0, words.size() - behind.size());
    Reading reading = Reading.of(paths.stream().map(Path::of).toList());
    if (reading.hasMistakes()) {
      reading.printMistakes(err);
      return 2;
    }
    List<Trial> trials = only.trials(reading.experiments());
    ResultStore results = folders.store();
    Renames renames = Renames.among(reading.experiments(), results);
    if (!dryRun) {
      renames.apply(results, err);
    }
    Plan plan = Plan.of(trials, folders.places(), Speed.of(folders.runs()), jobs, jobs, false);
    SortedSet<Integer> shards = shards(trials, plan, renames);
    int all = trials.size();
    SlurmScript script = script(reading, paths, plan, flags, all);
    if (dryRun) {
      out.print(script.text());
      err.println(shards.size() + " to submit, " + (all - shards.size()) + " up to date");
      return 0;
    }
    if (shards.isEmpty()) {
      out.println(plan + "; nothing to submit");
      return 0;
    }
    int largestTask = Slurm.largestTask();
    Preparation.of(plan, folders, err);
    submit(script, shards, largestTask, plan, out);
    return 0;
  }

  /** With as many shards as trials, each is a trial; those that have to be trained. */
  private static SortedSet<Integer> shards(List<Trial> trials, Plan plan, Renames renames) {
    List<Trial> toRun = plan.trials().stream().map(Plan.Planned::trial).toList();
    List<List<Trial>> split = Shard.split(trials, trials.size());
    SortedSet<Integer> shards = new TreeSet<>();
    for (int i = 0; i < split.size(); i++) {
      Trial trial = split.get(i).get(0);
      if (toRun.contains(trial) && !renames.gives(trial)) {
        shards.add(i + 1);
      }
    }
    return shards;
  }

  private SlurmScript script(
      Reading reading, List<String> paths, Plan plan, List<String> flags, int shards) {
    List<String> run = new ArrayList<>(List.of("run"));
    run.addAll(paths);
    run.addAll(only.words());
    run.addAll(List.of("--data", folders.data().toString()));
    run.addAll(List.of("--results", folders.results().toString()));
    run.addAll(List.of("--runs", folders.runs().toString()));
    List<List<String>> reports = new ArrayList<>();
    reading
        .byFolder()
        .forEach(
            (folder, files) -> {
              Path experiments = files.get(0).path().toAbsolutePath().resolveSibling("");
              String stored = folders.results().resolve(folder).toString();
              String above = experiments.resolve("..").normalize().toString();
              String data = folders.data().toString();
              reports.add(List.of("report", stored, "--experiments", above, "--data", data));
            });
    return new SlurmScript(
        name(reading),
        Program.words(),
        Path.of("").toAbsolutePath(),
        logs(),
        plan.trials().stream().mapToInt(Plan.Planned::threads).max().orElse(1),
        flags,
        run,
        reports,
        shards);
  }

  /** Of the folder, if it is one. */
  private static String name(Reading reading) {
    List<String> names = List.copyOf(reading.byFolder().keySet());
    return names.size() == 1 ? names.get(0) : "bakeoff";
  }

  private Path logs() {
    return folders.runs().resolve("slurm");
  }

  private void submit(
      SlurmScript script, SortedSet<Integer> shards, int largestTask, Plan plan, PrintWriter out)
      throws IOException, InterruptedException {
    Path file = logs().resolve(script.name() + ".sh");
    Files.createDirectories(logs()); // without it jobs fail, and say nothing
    AtomicFile.write(file, script.text().getBytes(StandardCharsets.UTF_8));
    List<String> ids = new ArrayList<>();
    try {
      for (TaskArray array : TaskArray.of(shards, largestTask)) {
        List<String> call = new ArrayList<>(List.of("--array=" + array.text(jobs)));
        if (jobs < shards.size() && !ids.isEmpty()) {
          call.add("--dependency=afterany:" + ids.get(ids.size() - 1));
        }
        call.addAll(List.of(file.toString(), String.valueOf(array.offset())));
        ids.add(Slurm.submit(call));
        out.println(
            "job " + ids.get(ids.size() - 1) + ": " + counted(array.tasks().size(), "trial"));
      }
      String report =
          Slurm.submit(
              List.of(
                  "--dependency=afterany:" + String.join(":", ids),
                  "--job-name=" + script.name() + "-report",
                  "--output=" + logs().toString().replace("%", "%%") + "/%j.txt",
                  file.toString(),
                  "report"));
      out.println("job " + report + ": the report, when they have ended");
      ids.add(report);
    } catch (UserError e) {
      String left = ids.isEmpty() ? e.hint() : "submitted already; to undo: scancel " + last(ids);
      throw new UserError(String.valueOf(e.getMessage()), left);
    }
    double seconds = plan.trials().stream().mapToDouble(Plan.Planned::seconds).sum();
    out.println(
        plan.upToDate() + " up to date; about " + Durations.text(seconds) + " of computing");
    out.println("script " + file + ", output beside it");
    out.println("squeue --jobs=" + String.join(",", ids));
    out.println("scancel " + last(ids));
  }

  private static String last(List<String> ids) {
    return String.join(" ", ids);
  }

  private static String counted(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
