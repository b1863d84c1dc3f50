package bakeoff.cli;

import bakeoff.dataset.DataPlace;
import bakeoff.result.ResultStore;
import bakeoff.run.Durations;
import bakeoff.run.Speed;
import bakeoff.run.TrialState;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bakeoff check}: validates files, and says what is stored of them. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    header = "Validate experiments, without training and without data.",
    description = {
      "",
      "Tells every mistake at once, with file, line and column; then for each experiment how many of"
          + " its trials are current, stale, failed or not run, and how long one takes.",
      ""
    })
final class CheckCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files or folders; default: experiments.")
  private List<Path> paths = List.of();

  @Option(
      names = "--results",
      paramLabel = "DIR",
      arity = "0..1",
      preprocessor = AttachedOnly.class,
      description = "Exit with 1 unless all are current; =DIR for results that are elsewhere.")
  private @Nullable String results;

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      description = "Where this machine's speed was noted; default: $BAKEOFF_RUNS, or runs.")
  private @Nullable Path runs;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where data sets of your own are, which alone need it; default: $BAKEOFF_DATA, or data.")
  private @Nullable Path data;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    DataPlace.choose(data);
    Reading reading = Reading.of(paths);
    if (reading.hasMistakes()) {
      reading.printMistakes(out);
      return 2;
    }
    Speed speed = Speed.of(Folders.given(runs, "BAKEOFF_RUNS", "runs"));
    String folder = results == null || results.isEmpty() ? "results" : results;
    ResultStore store = new ResultStore(Path.of(folder));
    boolean allCurrent = true;
    for (ExperimentFile file : reading.experiments()) {
      Map<TrialState, Integer> states = new EnumMap<>(TrialState.class);
      for (Trial trial : file.trials()) {
        states.merge(TrialState.of(trial, store), 1, Integer::sum);
      }
      allCurrent &= states.keySet().equals(Set.of(TrialState.CURRENT));
      out.println(line(file, states, speed.seconds(file)));
    }
    return results != null && !allCurrent ? 1 : 0;
  }

  private static String line(ExperimentFile file, Map<TrialState, Integer> states, double seconds) {
    List<String> counts = new ArrayList<>();
    states.forEach(
        (state, count) ->
            counts.add(count + " " + state.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    return file.shown()
        + ": "
        + String.join(", ", counts)
        + "; a trial takes about "
        + Durations.text(seconds);
  }

  /** {@code --results=DIR} names a folder; a word behind {@code --results} is a path to check. */
  static final class AttachedOnly implements IParameterPreprocessor {

    @Override
    @SuppressWarnings("JdkObsolete") // picocli's signature
    public boolean preprocess(
        Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      if (" ".equals(info.get("separator"))) {
        arguments.push("");
      }
      return false;
    }
  }
}
