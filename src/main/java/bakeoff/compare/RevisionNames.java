package bakeoff.compare;

import bakeoff.problem.Spelling;
import bakeoff.problem.UserError;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/** Finds commits by name, as git does, and says what there is where a name is unknown. */
final class RevisionNames {

  private static final int SHOWN = 8;
  private static final Pattern ANCESTOR = Pattern.compile("(.+?)[~^].*");
  private static final String FETCH =
      "this clone is shallow: `git fetch --unshallow` brings the rest; in GitHub Actions give"
          + " actions/checkout `fetch-depth: 0`";

  private final Repository repository;

  RevisionNames(Repository repository) {
    this.repository = repository;
  }

  Revision find(String name) throws IOException {
    Optional<RevCommit> commit = commit(name);
    if (commit.isEmpty()) {
      throw unknown(name);
    }
    return new Revision(name, commit.get());
  }

  /** Where the two histories parted. */
  Revision mergeBase(Revision before, Revision after) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(before.commit()));
      walk.markStart(walk.parseCommit(after.commit()));
      RevCommit base = walk.next();
      if (base == null) {
        throw new UserError(
            before.name() + " and " + after.name() + " have no commit in common",
            isShallow() ? FETCH : "two dots compare them as they are");
      }
      return new Revision("merge base of " + before.name() + " and " + after.name(), base);
    }
  }

  boolean exists(String name) throws IOException {
    return commit(name).isPresent();
  }

  private Optional<RevCommit> commit(String name) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId id = repository.resolve(name);
      if (id == null && Repository.isValidRefName(Constants.R_REMOTES + name)) {
        id = repository.resolve(Constants.R_REMOTES + name + "/" + Constants.HEAD);
      }
      return id == null ? Optional.empty() : Optional.of(walk.parseCommit(id));
    } catch (MissingObjectException e) {
      return Optional.empty();
    } catch (AmbiguousObjectException e) {
      throw new UserError(name + ": more than one object starts like this", "give more digits");
    } catch (IncorrectObjectTypeException e) {
      throw new UserError(name + " is not a commit");
    } catch (RevisionSyntaxException e) {
      throw new UserError(name + ": not a revision that can be read", "give the commit's digits");
    }
  }

  private boolean isShallow() throws IOException {
    return !repository.getObjectDatabase().getShallowCommits().isEmpty();
  }

  private UserError unknown(String name) throws IOException {
    if (name.equals(Constants.HEAD)) {
      return new UserError("this git repository has no commit yet", "commit the results first");
    }
    Matcher ancestor = ANCESTOR.matcher(name);
    boolean ends = ancestor.matches() && exists(ancestor.group(1));
    String message =
        ends
            ? name + ": the history of " + ancestor.group(1) + " ends before that"
            : name + ": no such revision";
    if (isShallow()) {
      return new UserError(message, FETCH);
    }
    return new UserError(message, ends ? "`git log --oneline` lists it" : whatThereIs(name));
  }

  private String whatThereIs(String name) throws IOException {
    List<String> names =
        repository.getRefDatabase().getRefs().stream()
            .map(Ref::getName)
            .filter(ref -> ref.startsWith(Constants.R_REFS))
            .map(Repository::shortenRefName)
            .sorted()
            .toList();
    Optional<String> near =
        names.stream()
            .filter(known -> known.endsWith("/" + name))
            .findFirst()
            .or(() -> Spelling.nearest(name, names));
    if (near.isPresent()) {
      return "did you mean " + near.get() + "?";
    }
    String rest = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
    return "there are: HEAD"
        + (names.isEmpty() ? "" : ", ")
        + String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
        + rest;
  }
}
