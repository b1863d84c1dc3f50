package bakeoff.cli;

import bakeoff.dataset.DatasetSource;
import bakeoff.problem.UserError;
import bakeoff.run.Plan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Data that is missing or damaged, or a folder that cannot be written, is told before training. */
final class Preparation {

  private Preparation() {}

  static void of(Plan plan, Folders folders, PrintWriter err) throws IOException {
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
}
