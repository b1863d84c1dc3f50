package bakeoff.compare;

import bakeoff.problem.UserError;
import bakeoff.result.ResultStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Results on the disk: a working tree's, or any folder's. */
final class FolderSide {

  private FolderSide() {}

  /** The results below a root that holds folders of experiments; none if it is not there. */
  static Side root(Path root, String label) {
    return read(root, 3, "", label);
  }

  /** The results of one folder of experiments, which is given this name. */
  static Side single(Path folder, String name, String label) {
    return read(folder, 2, name + "/", label);
  }

  private static Side read(Path top, int depth, String prefix, String label) {
    Side side = new Side(label);
    if (!Files.isDirectory(top)) {
      return side;
    }
    try {
      Path real = top.toRealPath();
      ResultStore.below(real, depth).parallelStream()
          .filter(file -> ResultStore.isTrial(prefix + slashes(real.relativize(file))))
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> trial(prefix, real.relativize(file), file, top))
          .toList()
          .forEach(side::add);
      return side;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrialFile trial(String prefix, Path relative, Path file, Path top) {
    String path = prefix + slashes(relative);
    String shownAs = top.resolve(relative).toString();
    try {
      if (Files.size(file) > TrialFile.LARGEST) {
        throw new UserError(shownAs + ": larger than any result");
      }
      return new TrialFile(path, blob(file), shownAs, () -> Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** The name git would give these bytes: SHA-1 over a header and them. */
  private static String blob(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(sha1.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
