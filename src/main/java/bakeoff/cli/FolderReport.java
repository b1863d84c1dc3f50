package bakeoff.cli;

import bakeoff.result.ResultStore;
import bakeoff.spec.ExperimentFile;
import bakeoff.yaml.Setting;
import java.io.PrintWriter;
import java.util.List;

/** The report of a folder after a run. */
final class FolderReport {
  private FolderReport() {}

  static boolean write(
      String folder,
      List<ExperimentFile> files,
      List<Setting> set,
      ResultStore results,
      PrintWriter out,
      PrintWriter err) {
    out.println("report of " + folder + files.size() + set.size() + results.root());
    err.flush();
    return true;
  }
}
