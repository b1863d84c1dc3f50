package bakeoff.compare;

import bakeoff.problem.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

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
      try (Stream<Path> files = Files.walk(real, depth)) {
        List<Path> candidates =
            files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        for (Path file : candidates) {
          if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            String relative = real.relativize(file).toString().replace('\\', '/');
            add(side, prefix + relative, file, top.resolve(relative).toString());
          }
        }
      }
      return side;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Side side, String path, Path file, String shownAs) throws IOException {
    if (Files.size(file) > TrialFile.LARGEST) {
      throw new UserError(shownAs + ": larger than any result");
    }
    side.add(new TrialFile(path, blob(file), shownAs, () -> Files.readAllBytes(file)));
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
