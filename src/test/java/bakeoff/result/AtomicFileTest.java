package bakeoff.result;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
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

  @Test
  void removesWhatADeadWriterLeftAndNotWhatALiveOneWrites(@TempDir Path root) throws Exception {
    Path live = root.resolve(".file.12-ab.tmp");
    for (Path half : List.of(live, root.resolve(".file.1-0.tmp"), root.resolve(".other.1-0.tmp"))) {
      Files.createFile(half);
    }
    Process writer = lockedByAnotherProcess(live);
    try {
      AtomicFile.write(root.resolve("file"), new byte[] {1});
      assertEquals(List.of(".file.12-ab.tmp", ".other.1-0.tmp", "file"), names(root));
      AtomicFile.removeHalves(root, "");
      assertEquals(List.of(".file.12-ab.tmp", "file"), names(root));
    } finally {
      writer.destroyForcibly().waitFor();
    }
    AtomicFile.removeHalves(root, "");
    assertEquals(List.of("file"), names(root));
  }

  private static Process lockedByAnotherProcess(Path file) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Locker.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals('x', process.getInputStream().read());
    return process;
  }

  /** A process that holds a lock until it is killed. */
  static final class Locker {
    public static void main(String[] arguments) throws Exception {
      try (FileChannel channel =
          FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
        channel.lock();
        System.out.print('x');
        System.out.flush();
        Thread.sleep(60_000);
      }
    }
  }

  @Test
  void manyAtOnceDoNotRemoveEachOthers(@TempDir Path root) {
    Path file = root.resolve("file");
    IntStream.range(0, 200)
        .parallel()
        .forEach(i -> assertDoesNotThrow(() -> AtomicFile.write(file, new byte[] {(byte) i})));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
