package bakeoff.compare;

import bakeoff.problem.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** A git repository's results, read from its objects: nothing is checked out. */
final class GitResults implements AutoCloseable {

  private final Repository repository;
  private final ObjectReader reader;
  private final Path start;

  private GitResults(Repository repository, Path start) {
    this.repository = repository;
    this.reader = repository.newObjectReader();
    this.start = start;
  }

  /** The repository that a folder is in: a clone, a linked worktree, or a bare one. */
  static GitResults open(Path folder) throws IOException {
    BareConfig.install();
    Path start = folder.toRealPath();
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(start.toFile());
    if (builder.getGitDir() == null) {
      throw new UserError(
          start + " is not in a git repository",
          "two folders of results can be compared as well: bakeoff diff FOLDER FOLDER");
    }
    return new GitResults(builder.setMustExist(true).build(), start);
  }

  RevisionNames names() {
    return new RevisionNames(repository);
  }

  boolean isBare() {
    return repository.isBare();
  }

  Path workTree() throws IOException {
    return repository.getWorkTree().toPath().toRealPath();
  }

  /**
   * Where the results are, from the top of the work tree, with slashes. A relative folder is looked
   * for where the command is given and then in each folder above.
   */
  String resultsPath(Path results) throws IOException {
    if (repository.isBare()) {
      return slashes(results.normalize());
    }
    Path top = workTree();
    Path wanted = start.resolve(results).normalize();
    for (Path at = start; at.startsWith(top); at = parent(at)) {
      Path candidate = at.resolve(results).normalize();
      if (Files.isDirectory(candidate)) {
        wanted = candidate.toRealPath();
        break;
      }
      if (at.equals(top)) {
        wanted = candidate;
        break;
      }
    }
    if (!wanted.startsWith(top)) {
      throw new UserError(
          results + " is outside the git repository " + top,
          "two folders of results can be compared: bakeoff diff FOLDER FOLDER");
    }
    return slashes(top.relativize(wanted));
  }

  private static Path parent(Path at) {
    Path parent = at.getParent();
    return parent == null ? Path.of("") : parent;
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** The results that a commit holds. */
  Side at(Revision revision, String resultsPath) throws IOException {
    Side side = new Side(revision.label());
    ObjectId tree = tree(revision, resultsPath);
    if (tree == null) {
      return side;
    }
    String prefix = resultsPath.isEmpty() ? "" : resultsPath + "/";
    try (TreeWalk walk = new TreeWalk(repository, reader)) {
      walk.addTree(tree);
      while (walk.next()) {
        if (walk.isSubtree() && walk.getDepth() < 2) {
          walk.enterSubtree();
        } else if ((walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE) {
          String path = walk.getPathString();
          ObjectId blob = walk.getObjectId(0);
          String shownAs = prefix + path + " in " + revision.label();
          side.add(new TrialFile(path, blob.name(), shownAs, () -> read(blob)));
        }
      }
    }
    return side;
  }

  private @Nullable ObjectId tree(Revision revision, String path) throws IOException {
    if (path.isEmpty()) {
      return revision.commit().getTree();
    }
    try (TreeWalk walk = TreeWalk.forPath(reader, path, revision.commit().getTree())) {
      return walk == null || !walk.isSubtree() ? null : walk.getObjectId(0);
    }
  }

  private byte[] read(ObjectId blob) throws IOException {
    try {
      return reader.open(blob, Constants.OBJ_BLOB).getBytes(TrialFile.LARGEST);
    } catch (LargeObjectException e) {
      throw new IOException("larger than any result", e);
    } catch (MissingObjectException e) {
      throw new IOException("missing from this clone; a partial clone keeps no old contents", e);
    }
  }

  @Override
  public void close() {
    reader.close();
    repository.close();
  }
}
