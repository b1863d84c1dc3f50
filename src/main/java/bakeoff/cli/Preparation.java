package bakeoff.cli;

import bakeoff.dataset.DatasetSource;
import bakeoff.problem.UserError;
import bakeoff.run.Plan;
import bakeoff.spec.Memory;
import bakeoff.spec.Trial;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Data that is missing or damaged, a folder that cannot be written, or a network larger than this
 * machine is told before training.
 */
final class Preparation {

  private Preparation() {}

  static void of(Plan plan, Folders folders, PrintWriter err) throws IOException {
    Set<DatasetSource> sources = new LinkedHashSet<>();
    double memory = memory();
    for (Plan.Planned next : plan.trials()) {
      requireMemory(next.trial(), memory);
      sources.add(next.trial().experiment().dataset());
    }
    for (Path folder : List.of(folders.results(), folders.runs())) {
      requireWritable(folder);
    }
    for (DatasetSource source : sources) {
      source.prepare(folders.data(), new Bar(err));
    }
  }

  /** All that this machine has, or lets this process have; bytes. */
  private static double memory() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Double.POSITIVE_INFINITY;
  }

  private static void requireMemory(Trial trial, double memory) {
    double needed = Memory.bytes(trial.experiment());
    if (needed > memory) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s: training takes at least %.1f GB of memory, and this machine has %.1f GB",
              trial.file().path(),
              needed / 1e9,
              memory / 1e9),
          "`bakeoff show` says which layer is so large; a smaller batch_size may help");
    }
  }

  private static void requireWritable(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new UserError(folder + ": no folder can be made there", "name another, or make room");
    }
    if (!Files.isWritable(folder)) {
      throw new UserError(folder + ": cannot be written to");
    }
  }
}
