package bakeoff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.problem.UserError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three commits on main, a branch from the first: which two are compared. */
class RevisionsTest {

  private Path folder = Path.of("");
  private Path top = Path.of("");
  private Clone clone = new Clone(top);

  @BeforeEach
  void history(@TempDir Path given) throws Exception {
    folder = given;
    top = folder.resolve("work");
    clone = Clone.in(top);
    Fixture usual = Fixture.usual();
    usual.write(clone.results(), "f", "x", 0.50, 0.51);
    clone.commit("one");
    try (Git git = Git.open(top.toFile())) {
      git.checkout().setCreateBranch(true).setName("topic").call();
      usual.salted("topic").write(clone.results(), "f", "of-topic", 0.50, 0.51);
      clone.commit("on topic");
      git.checkout().setName("main").call();
      usual.rate(0.1).write(clone.results(), "f", "x", 0.60, 0.61);
      clone.commit("two");
      git.tag().setName("v2").setAnnotated(true).setMessage("v2").setSigned(false).call();
      usual.write(clone.results(), "f", "z", 0.60, 0.61);
      clone.commit("three");
    }
  }

  @Test
  void revisionsAsGitNamesThem() {
    assertEquals("1 unchanged, 1 new", counts(top, "v2", "main"));
    assertEquals("1 better, 1 new", counts(top, "HEAD~2", null));
    assertEquals("1 better, 1 new", counts(top, "HEAD~2..", null));
    assertEquals("1 unchanged, 1 new", counts(top, "HEAD^..HEAD", null));
    assertEquals("2 unchanged", counts(top, null, null));
  }

  @Test
  void threeDotsStartWhereTheHistoriesParted() {
    assertEquals("1 worse, 1 new, 1 gone", counts(top, "main..topic", null));
    assertEquals("1 unchanged, 1 new", counts(top, "main...topic", null));
  }

  @Test
  void theWorkingTreeCountsAsItIs() throws IOException {
    Fixture.delete(clone.results().resolve("f/z"));
    Fixture.usual().salted("u").write(clone.results(), "f", "untracked", 0.5);
    assertEquals("1 unchanged, 1 new, 1 gone", counts(top, null, null));
  }

  @Test
  void fromAFolderBelow() throws IOException {
    Path below = Files.createDirectories(top.resolve("experiments/f"));
    assertEquals("1 unchanged, 1 new", counts(below, "HEAD~1", null));
    assertEquals("1 unchanged, 1 new", counts(clone.results(), "HEAD~1", null));
  }

  @Test
  void bareClone() throws Exception {
    Path bare = folder.resolve("bare.git");
    Git.cloneRepository()
        .setURI(top.toUri().toString())
        .setBare(true)
        .setDirectory(bare.toFile())
        .call()
        .close();
    assertEquals("1 unchanged, 1 new", counts(bare, "main~1", "main"));
    assertTrue(message(error(bare, null, null)).contains("no working tree"));
  }

  /** As {@code git worktree add} lays it out. */
  @Test
  void linkedWorktree() throws Exception {
    Path linked = Files.createDirectories(folder.resolve("linked"));
    Path own = Files.createDirectories(top.resolve(".git/worktrees/linked"));
    Files.writeString(linked.resolve(".git"), "gitdir: " + own + "\n");
    Files.writeString(own.resolve("gitdir"), linked.resolve(".git") + "\n");
    Files.writeString(own.resolve("commondir"), "../..\n");
    Files.writeString(own.resolve("HEAD"), "ref: refs/heads/topic\n");
    Fixture.usual().write(linked.resolve("results"), "f", "x", 0.50, 0.51);
    assertEquals("1 unchanged, 1 gone", counts(linked, null, null));
    assertEquals("1 unchanged, 1 new", counts(linked, "HEAD~1..HEAD", null));
  }

  @Test
  void shallowCloneNamesTheWayOut() throws Exception {
    Path shallow = folder.resolve("shallow");
    Git.cloneRepository()
        .setURI(top.toUri().toString())
        .setDepth(1)
        .setDirectory(shallow.toFile())
        .call()
        .close();
    assertEquals("2 unchanged", counts(shallow, null, null));
    UserError error = error(shallow, "HEAD~1", null);
    assertTrue(String.valueOf(error.hint()).contains("fetch-depth: 0"));
    assertTrue(String.valueOf(error.hint()).contains("git fetch --unshallow"));
  }

  @Test
  void remoteBranches() throws Exception {
    Path other = folder.resolve("other");
    Git.cloneRepository()
        .setURI(top.toUri().toString())
        .setDirectory(other.toFile())
        .call()
        .close();
    assertEquals("1 unchanged, 1 new", counts(other, "origin/main...origin/topic", null));
    assertEquals("did you mean origin/topic?", error(other, "topic", null).hint());
  }

  @Test
  void unknownRevisionsGetAHint() {
    assertEquals("did you mean topic?", error(top, "topci", null).hint());
    assertEquals("there are: HEAD, main, topic, v2", error(top, "something", null).hint());
    assertTrue(message(error(top, "HEAD~9", null)).contains("history of HEAD ends"));
    assertTrue(message(error(top, "0123456789".repeat(4), null)).contains("no such revision"));
  }

  @Test
  void noRepository() {
    assertTrue(String.valueOf(error(folder, null, null).hint()).contains("two folders"));
  }

  @Test
  void noResultsAnywhere() {
    Source source = new Source(top, Path.of("elsewhere"), 0.05);
    UserError error = assertThrows(UserError.class, () -> source.compare("HEAD~1", null));
    assertTrue(message(error).contains("no results in elsewhere"));
  }

  @Test
  void twoFolders() throws IOException {
    Fixture.usual().write(folder.resolve("a"), "f", "x", 0.50, 0.51);
    Fixture.usual().write(folder.resolve("b"), "f", "y", 0.50, 0.51);
    assertEquals("1 renamed", counts(folder, "a", "b"));
    assertEquals("1 renamed", counts(folder, "a/f", "b/f"));
  }

  @Test
  void garbageIsNamedWithItsRevision() throws Exception {
    clone.write("results/f/x/1.json", "{\"format\": 1, \u001b[31m");
    clone.write("results/f/x/2.json", "[]");
    clone.write("results/f/y/1.json", "{\"format\": 1, \"seed\": 1e400}");
    clone.write("results/f/y/2.json", "");
    clone.write("results/f/z/7.json", Files.readString(top.resolve("results/f/z/1.json")));
    clone.commit("garbage");
    String message = message(error(top, "HEAD~1..HEAD", null));
    for (String file : new String[] {"f/x/1", "f/x/2", "f/y/1", "f/y/2"}) {
      assertTrue(message.contains("results/" + file + ".json in HEAD ("), message);
    }
    assertTrue(message.contains("results/f/z/7.json in HEAD"), message);
    assertTrue(message.contains("holds seed 1"), message);
    assertTrue(message.indexOf('\u001b') < 0, message);
  }

  @Test
  void whatIsLargerThanAnyResultIsNotRead() throws Exception {
    Path large = clone.results().resolve("f/z/8.json");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(TrialFile.LARGEST + 1L);
    }
    String message = message(error(top, null, null));
    assertTrue(message.endsWith("results/f/z/8.json: larger than any result"), message);
    clone.commit("large");
    message = message(error(top, "HEAD~1..HEAD", null));
    assertTrue(message.contains("results/f/z/8.json in HEAD ("), message);
    assertTrue(message.contains("larger than any result"), message);
  }

  private static String counts(Path start, @Nullable String first, @Nullable String second) {
    return new Source(start, Path.of("results"), 0.05).compare(first, second).counts();
  }

  private static UserError error(Path start, @Nullable String first, @Nullable String second) {
    return assertThrows(UserError.class, () -> counts(start, first, second));
  }

  private static String message(UserError error) {
    return String.valueOf(error.getMessage());
  }
}
