package bakeoff.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @Test
  void makesFoldersAndReplaces(@TempDir Path root) throws IOException {
    Path file = root.resolve("a/b/file");
    AtomicFile.write(file, new byte[] {1});
    ByteBuffer part = ByteBuffer.wrap(new byte[] {2, 3});
    AtomicFile.write(file, part, ByteBuffer.wrap(new byte[] {4}));
    assertEquals("[2, 3, 4]", java.util.Arrays.toString(Files.readAllBytes(file)));
    assertEquals(List.of("file"), names(root.resolve("a/b")));
  }

  @Test
  void leavesNothingBehindWhenItFails(@TempDir Path root) throws IOException {
    Path file = Files.createDirectory(root.resolve("file"));
    Files.createDirectory(file.resolve("full"));
    assertThrows(IOException.class, () -> AtomicFile.write(file, new byte[] {1}));
    assertEquals(List.of("file"), names(root));
    assertEquals(List.of("full"), names(file));
  }

  @Test
  void writesThroughALinkToAFolder(@TempDir Path root) throws IOException {
    Path folder = Files.createDirectory(root.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(root.resolve("link"), folder);
    AtomicFile.write(link.resolve("file"), new byte[] {1});
    assertEquals(List.of("file"), names(folder));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
