package bakeoff.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A git repository for a test. */
record Clone(Path top) {

  static Clone in(Path top) throws GitAPIException {
    BareConfig.install();
    Git.init().setInitialBranch("main").setDirectory(top.toFile()).call().close();
    return new Clone(top);
  }

  Path results() {
    return top.resolve("results");
  }

  /** Commits everything there is, and what has gone. */
  String commit(String message) throws IOException, GitAPIException {
    try (Git git = Git.open(top.toFile())) {
      git.add().addFilepattern(".").call();
      git.add().setUpdate(true).addFilepattern(".").call();
      PersonIdent who =
          new PersonIdent(
              "t", "t@example.org", Instant.ofEpochSecond(1_700_000_000L), ZoneOffset.UTC);
      return git.commit()
          .setMessage(message)
          .setAuthor(who)
          .setCommitter(who)
          .setSign(false)
          .call()
          .name();
    }
  }

  void write(String path, String text) throws IOException {
    Path file = top.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
