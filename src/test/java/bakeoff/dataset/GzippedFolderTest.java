package bakeoff.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.problem.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GzippedFolderTest {

  private static final Download HASTY =
      new Download(Duration.ofSeconds(20), Duration.ofSeconds(20));
  private static final byte[] CONTENT = TestArchive.ONE;
  private static final byte[] PACKED = gzip(CONTENT, Deflater.BEST_COMPRESSION);

  /** The same content in other bytes. */
  private static final byte[] STORED = gzip(CONTENT, Deflater.NO_COMPRESSION);

  private Path data;
  private TestServer server;

  @BeforeEach
  void start(@TempDir Path temp) throws IOException {
    data = temp.resolve("data");
    server = new TestServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static byte[] gzip(byte[] content, int level) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(level);
          }
        }) {
      out.write(content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private GzippedFolder folder(Optional<String> contentSha256) {
    GzippedFile file =
        new GzippedFile(
            server.address(),
            PACKED.length,
            TestArchive.digest("MD5", PACKED),
            CONTENT.length,
            contentSha256);
    return new GzippedFolder(data, "small", List.of(file));
  }

  private GzippedFolder pinned() {
    return folder(Optional.of(TestArchive.digest("SHA-256", CONTENT)));
  }

  private static void prepare(GzippedFolder folder) {
    folder.prepare(HASTY, (what, done, total) -> {});
  }

  private List<String> names() throws IOException {
    try (Stream<Path> inside = Files.list(data.resolve("small"))) {
      return inside
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.endsWith(".lock")) // stays for the next
          .sorted()
          .toList();
    }
  }

  private void leave(byte[] bytes) throws IOException {
    Files.createDirectories(data.resolve("small"));
    Files.write(data.resolve("small/tiny.tar.gz"), bytes);
  }

  @Test
  void downloadsOnceAndLeavesNothingElse() throws IOException {
    server.answers(TestServer.whole(PACKED));
    prepare(folder(Optional.empty()));
    prepare(folder(Optional.empty()));
    assertEquals(List.of("tiny.tar.gz"), names());
    assertEquals(List.of("all"), server.asked);
    assertArrayEquals(CONTENT, folder(Optional.empty()).contents().get(0));
  }

  @Test
  void goesOnWhereTheConnectionBroke() throws IOException {
    int half = PACKED.length / 2;
    server.answers(TestServer.cutAt(PACKED, half), TestServer.whole(PACKED));
    prepare(pinned());
    assertEquals(List.of("all", "bytes=" + half + "-"), server.asked);
    assertEquals(List.of("tiny.tar.gz"), names());
  }

  @Test
  void anotherFileOfThatSizeIsRefusedAndRemoved() throws IOException {
    byte[] other = PACKED.clone();
    other[other.length / 2]++;
    server.answers(TestServer.whole(other));
    UserError error = assertThrows(UserError.class, () -> prepare(pinned()));
    assertTrue(String.valueOf(error.getMessage()).contains("is not the file: md5"));
    assertEquals(List.of(), names());
  }

  @Test
  void anotherCompressionIsRecognizedByItsContent() throws IOException {
    leave(STORED);
    prepare(pinned());
    assertArrayEquals(CONTENT, pinned().contents().get(0));
    UserError error = assertThrows(UserError.class, () -> prepare(folder(Optional.empty())));
    assertTrue(String.valueOf(error.getMessage()).contains("tiny.tar.gz is altered: md5"));
  }

  @Test
  void damageIsTold() throws IOException {
    leave(new byte[10]);
    UserError error = assertThrows(UserError.class, () -> prepare(pinned()));
    assertTrue(String.valueOf(error.getMessage()).contains("tiny.tar.gz cannot be read"));
    leave(gzip(new byte[5], 1));
    UserError shorter = assertThrows(UserError.class, () -> pinned().contents());
    assertTrue(String.valueOf(shorter.getMessage()).contains("expected 20000 bytes"));
  }

  @Test
  void whatIsMissingIsToldWithItsName() {
    UserError error = assertThrows(UserError.class, () -> pinned().contents());
    assertTrue(String.valueOf(error.getMessage()).contains("small/tiny.tar.gz is missing"));
  }
}
