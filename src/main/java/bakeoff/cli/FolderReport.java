package bakeoff.cli;

import bakeoff.problem.Problems;
import bakeoff.report.FolderResults;
import bakeoff.report.Report;
import bakeoff.result.Beside;
import bakeoff.result.ResultStore;
import bakeoff.result.StoredTrial;
import bakeoff.spec.ExperimentFile;
import bakeoff.yaml.ExperimentFiles;
import bakeoff.yaml.ExperimentReader;
import bakeoff.yaml.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The report of a folder: of all its experiments, whichever a command was given. */
final class FolderReport {

  private FolderReport() {}

  /**
   * @param experiments the folder with the files; one that is not there holds none
   * @param changed the names of the experiments that the settings are for
   * @param problems gets the mistakes of files, which are left out
   */
  static Report of(
      String folder,
      Path experiments,
      List<Setting> settings,
      Predicate<String> changed,
      ResultStore results,
      Problems problems) {
    Beside<Report> rehearsed = Beside.start(Report::rehearsed);
    Beside<List<StoredTrial>> stored = Beside.start(() -> results.all(folder));
    ExperimentReader reader = new ExperimentReader(problems, settings, changed);
    List<ExperimentFile> files = new ArrayList<>();
    if (Files.isDirectory(experiments)) {
      for (Path file : ExperimentFiles.directlyIn(experiments)) {
        files.addAll(reader.read(file));
      }
    }
    rehearsed.get();
    return Report.of(new FolderResults(folder, files, stored.get()));
  }
}
