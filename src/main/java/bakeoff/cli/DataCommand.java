package bakeoff.cli;

import bakeoff.dataset.DataPlace;
import bakeoff.dataset.DatasetSource;
import bakeoff.dataset.Facts;
import bakeoff.problem.UserError;
import bakeoff.schema.Key;
import bakeoff.schema.Kinds;
import bakeoff.yaml.ExperimentReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bakeoff data}: the data sets, where they are, and whether they are whole. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    header = "List, fetch or verify the data sets.",
    description = {
      "",
      "  list     what there is, with its size, digest and state",
      "  fetch    download what is missing",
      "  verify   check every byte of what is there",
      ""
    })
final class DataCommand implements Callable<Integer> {

  enum Action {
    LIST,
    FETCH,
    VERIFY;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(index = "0", paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES}")
  private Action action = Action.LIST;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "NAME",
      description = "Which data sets; default: all.")
  private List<String> names = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where data sets are; default: $BAKEOFF_DATA, or data.")
  private @Nullable Path data;

  @Spec private CommandSpec spec;

  /** What is there and damaged does not keep the others from being looked at. */
  @Override
  public Integer call() {
    boolean whole = true;
    PrintWriter out = spec.commandLine().getOut();
    DataPlace.choose(data);
    for (String name : names.isEmpty() ? released() : names) {
      DatasetSource source = source(name);
      switch (action) {
        case LIST -> list(name, source, out);
        case FETCH -> {
          source.prepare(DataPlace.get(), new Bar(spec.commandLine().getErr()));
          out.println(name + ": here, and whole");
        }
        case VERIFY -> whole &= isWhole(name, source, out);
      }
    }
    return whole ? 0 : 2;
  }

  private boolean isWhole(String name, DatasetSource source, PrintWriter out) {
    PrintWriter err = spec.commandLine().getErr();
    try {
      source.look(DataPlace.get());
    } catch (UserError e) {
      if (names.isEmpty()) {
        out.println(name + ": not here");
        return true;
      }
      throw e;
    }
    try {
      source.open(DataPlace.get());
      source.prepare(DataPlace.get(), new Bar(err));
      out.println(name + ": whole");
      return true;
    } catch (UserError e) {
      err.println(Bakeoff.words(e));
      return false;
    }
  }

  private static DatasetSource source(String name) {
    Map<String, Class<?>> kinds = Kinds.of(DatasetSource.class);
    if (!kinds.containsKey(name)) {
      throw new UserError(
          "no data set " + name, "there are " + String.join(", ", new ArrayList<>(kinds.keySet())));
    }
    if (!released().contains(name)) {
      throw new UserError(
          name + " is of your own files, and only an experiment says which",
          "`bakeoff check` and `bakeoff run` look at them");
    }
    return ExperimentReader.dataset(name);
  }

  /** The data sets that a name alone tells. */
  static List<String> released() {
    List<String> released = new ArrayList<>();
    Kinds.of(DatasetSource.class)
        .forEach(
            (name, kind) -> {
              if (Key.of(kind).stream().noneMatch(Key::isRequired)) {
                released.add(name);
              }
            });
    return released;
  }

  private void list(String name, DatasetSource source, PrintWriter out) {
    Facts facts = source.facts();
    String state;
    try {
      source.look(DataPlace.get());
      state = "here";
    } catch (UserError e) {
      state = e.getMessage();
    }
    out.printf(
        Locale.ROOT,
        "%s: %,d training and %,d test images, %dx%dx%d, %d classes%n    sha256 %s%n    %s%n",
        name,
        facts.trainImages(),
        facts.testImages(),
        facts.height(),
        facts.width(),
        facts.channels(),
        facts.classes().size(),
        source.digest(),
        state);
  }
}
