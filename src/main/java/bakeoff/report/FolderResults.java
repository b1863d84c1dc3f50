package bakeoff.report;

import bakeoff.result.StoredTrial;
import bakeoff.spec.ExperimentFile;
import java.util.List;

/**
 * All that a report is computed from.
 *
 * @param folder its name, as of {@code experiments/FOLDER} and {@code results/FOLDER}
 * @param files its experiments as they are now
 * @param stored every result kept under its name
 */
public record FolderResults(String folder, List<ExperimentFile> files, List<StoredTrial> stored) {

  public FolderResults {
    files = List.copyOf(files);
    stored = List.copyOf(stored);
  }
}
