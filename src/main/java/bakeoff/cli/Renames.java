package bakeoff.cli;

import bakeoff.result.ResultStore;
import bakeoff.result.StoredTrial;
import bakeoff.run.TrialState;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import bakeoff.yaml.ExperimentFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Results whose content key turns up under another name: moved, not trained again. */
record Renames(List<Move> moves) {

  /** A result of a file that is gone, and the trial of the file that now says the same. */
  record Move(StoredTrial from, Trial to) {

    @Override
    public String toString() {
      return from.folder()
          + "/"
          + from.name()
          + " is now "
          + to.file().folder()
          + "/"
          + to.file().name()
          + ": moved the result of seed "
          + to.seed();
    }
  }

  static Renames among(List<ExperimentFile> files, ResultStore results) {
    Map<String, StoredTrial> orphans = new HashMap<>();
    Set<String> folders = new HashSet<>();
    Set<Path> shown = files.stream().map(ExperimentFile::shown).collect(Collectors.toSet());
    Set<Path> read = files.stream().map(ExperimentFile::path).collect(Collectors.toSet());
    for (ExperimentFile file : files) {
      if (folders.add(file.folder())) {
        for (StoredTrial stored : results.all(file.folder())) {
          Path own = ExperimentFiles.fileOf(file.path().resolveSibling(stored.name()));
          boolean isMember = stored.name().contains(ExperimentFile.MEMBER);
          Path named = isMember ? file.path().resolveSibling(stored.name()) : own;
          // A file that was not read may still have an experiment of that name.
          if (read.contains(own) ? !shown.contains(named) : !Files.exists(own)) {
            orphans.put(stored.result().key(), stored);
          }
        }
      }
    }
    List<Move> moves = new ArrayList<>();
    if (!orphans.isEmpty()) {
      for (ExperimentFile file : files) {
        for (Trial trial : file.trials()) {
          StoredTrial found = orphans.get(trial.key());
          if (found != null && TrialState.of(trial, results) == TrialState.NOT_RUN) {
            moves.add(new Move(found, trial));
            orphans.remove(trial.key());
          }
        }
      }
    }
    return new Renames(moves);
  }

  /** Those that give these trials their results: of several shards, one moves each. */
  Renames of(List<Trial> trials) {
    return new Renames(moves.stream().filter(move -> trials.contains(move.to())).toList());
  }

  boolean gives(Trial trial) {
    return moves.stream().anyMatch(move -> move.to().equals(trial));
  }

  void apply(ResultStore results, PrintWriter err) throws IOException {
    for (Move move : moves) {
      results.move(move.from(), move.to());
      err.println(move);
    }
  }
}
