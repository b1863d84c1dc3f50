package bakeoff.compare;

import bakeoff.problem.UserError;
import bakeoff.result.ResultStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the two sides that a command line names, and compares them. */
public final class Source {

  private static final String WORKING_TREE = "the working tree";

  private final Path start;
  private final Path results;
  private final double alpha;

  /**
   * Where to look.
   *
   * @param start the folder the command is given in
   * @param results the results folder, relative to it or to a folder above
   */
  public Source(Path start, Path results, double alpha) {
    this.start = start;
    this.results = results;
    this.alpha = alpha;
  }

  /** Two revisions, one and the working tree, or two folders. */
  public ResultsDiff compare(@Nullable String first, @Nullable String second) {
    try {
      if (first != null && second != null && isFolder(first) && isFolder(second)) {
        return folders(first, second);
      }
      return revisions(first, second);
    } catch (IOException e) {
      throw new UserError("cannot read the results: " + e.getMessage());
    }
  }

  private boolean isFolder(String name) {
    try {
      return Files.isDirectory(start.resolve(name));
    } catch (java.nio.file.InvalidPathException e) {
      return false;
    }
  }

  private ResultsDiff folders(String first, String second) throws IOException {
    Path a = start.resolve(first);
    Path b = start.resolve(second);
    boolean single = isSingle(a) || isSingle(b);
    String name = String.valueOf(b.toRealPath().getFileName());
    Side before = single ? FolderSide.single(a, name, first) : FolderSide.root(a, first);
    Side after = single ? FolderSide.single(b, name, second) : FolderSide.root(b, second);
    if (before.isEmpty() || after.isEmpty()) {
      throw new UserError(
          (before.isEmpty() ? first : second) + " holds no results",
          "give two results folders, or one folder of experiments of each");
    }
    return Comparison.of(before, after, alpha);
  }

  /** Whether a folder holds {@code NAME/SEED.json} rather than {@code FOLDER/NAME/SEED.json}. */
  private static boolean isSingle(Path folder) throws IOException {
    return ResultStore.below(folder.toRealPath(), 2).stream()
        .anyMatch(file -> String.valueOf(file.getFileName()).matches("\\d{1,10}\\.json"));
  }

  private ResultsDiff revisions(@Nullable String first, @Nullable String second)
      throws IOException {
    try (GitResults git = GitResults.open(start)) {
      Revisions asked = Revisions.of(first, second);
      if (asked.after() == null && git.isBare()) {
        throw new UserError(
            "a bare repository has no working tree",
            "name two revisions: bakeoff diff HEAD~1 HEAD");
      }
      String path = git.resultsPath(results);
      RevisionNames names = git.names();
      Revision before = names.find(asked.before());
      Side newer;
      if (asked.after() == null) {
        newer = FolderSide.root(git.workTree().resolve(path), WORKING_TREE);
      } else {
        Revision after = names.find(asked.after());
        before = asked.fromMergeBase() ? names.mergeBase(before, after) : before;
        newer = git.at(after, path);
      }
      Side older = git.at(before, path);
      if (older.isEmpty() && newer.isEmpty()) {
        throw new UserError(
            "no results in "
                + (path.isEmpty() ? "." : path)
                + ", neither in "
                + older.label()
                + " nor in "
                + newer.label(),
            "--results says where they are");
      }
      return Comparison.of(older, newer, alpha);
    }
  }

  /** Whether the last commit has one before it. */
  public boolean hasEarlier() {
    try (GitResults git = GitResults.open(start)) {
      return git.names().exists("HEAD~1");
    } catch (IOException e) {
      return false;
    }
  }
}
