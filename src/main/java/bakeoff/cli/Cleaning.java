package bakeoff.cli;

import bakeoff.run.RunsFolder;
import bakeoff.spec.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code run --clean}: removes what lies in the runs' folder for no trial's sake. */
final class Cleaning {

  private final Folders folders;
  private final PrintWriter out;

  Cleaning(Folders folders, PrintWriter out) {
    this.folders = folders;
    this.out = out;
  }

  /** A folder is cleaned by all its experiments, whichever were named. The exit code. */
  int of(Reading named, boolean dryRun) throws IOException {
    Reading whole =
        Reading.of(
            named.byFolder().values().stream()
                .map(files -> files.get(0).path().toAbsolutePath().getParent())
                .toList());
    if (whole.hasMistakes()) {
      whole.printMistakes(out);
      return 2;
    }
    List<Trial> trials =
        whole.experiments().stream().flatMap(file -> file.trials().stream()).toList();
    long bytes = 0;
    List<Path> orphans = new RunsFolder(folders.places(), trials).orphans();
    for (Path orphan : orphans) {
      long size = RunsFolder.size(orphan);
      bytes += size;
      if (!dryRun) {
        RunsFolder.delete(orphan, folders.runs());
      }
      out.println((dryRun ? "would remove " : "removed ") + orphan + ": " + text(size));
    }
    out.println(orphans.size() + (dryRun ? " to remove, " : " removed, ") + text(bytes));
    return 0;
  }

  private static String text(long bytes) {
    return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }
}
