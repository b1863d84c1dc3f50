package bakeoff.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.problem.UserError;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DataFolderTest {

  private static final Download HASTY = new Download(Duration.ofSeconds(5), Duration.ofMillis(500));
  private static final byte[] PACKED = TestArchive.pack(TestArchive.RIGHT);
  private static final int HALF = PACKED.length / 2;

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

  @Test
  void downloadsUnpacksAndLeavesNothingElse() throws IOException {
    server.answers(TestServer.whole(PACKED));
    prepare(PACKED);
    assertPrepared();
    assertEquals(List.of("all"), server.asked);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // where a link takes a privilege
  void theDataFolderMayBeALink() throws IOException {
    Path real = Files.createDirectories(data.resolveSibling("elsewhere"));
    Files.createSymbolicLink(data, real);
    server.answers(TestServer.whole(PACKED));
    prepare(PACKED);
    assertPrepared();
    assertTrue(Files.isDirectory(real.resolve("tiny")));
  }

  @Test
  void isDownloadedOnce() {
    server.answers(TestServer.whole(PACKED));
    prepare(PACKED);
    prepare(PACKED);
    assertEquals(1, server.asked.size());
  }

  @Test
  void goesOnWhereTheConnectionBroke() throws IOException {
    server.answers(TestServer.cutAt(PACKED, HALF), TestServer.whole(PACKED));
    prepare(PACKED);
    assertPrepared();
    assertEquals(List.of("all", "bytes=" + HALF + "-"), server.asked);
  }

  @Test
  void theNextRunGoesOnWhereTheLastOneBroke() throws IOException {
    server.answers(TestServer.cutAt(PACKED, HALF));
    UserError error = refusal(PACKED);
    assertContains(error.getMessage(), HALF + " of " + PACKED.length + " bytes are here");
    assertContains(error.hint(), "go on from there");
    assertEquals(List.of("tiny.tar.gz.part"), names(data));

    server.answers(TestServer.whole(PACKED));
    prepare(PACKED);
    assertPrepared();
    assertEquals(List.of("bytes=" + HALF + "-"), server.asked);
  }

  @Test
  void startsAnewWhereTheServerKnowsNoRanges() throws IOException {
    server.answers(TestServer.cutAt(PACKED, HALF), TestServer.withoutRanges(PACKED));
    prepare(PACKED);
    assertPrepared();
    assertEquals(2, server.asked.size());
  }

  @Test
  void startsAnewWhereTheServerHasNoSuchRange() throws IOException {
    leave("tiny.tar.gz.part", new byte[10]);
    server.answers(TestServer.status(416), TestServer.whole(PACKED));
    prepare(PACKED);
    assertPrepared();
    assertEquals(List.of("bytes=10-", "all"), server.asked);
  }

  @Test
  void startsAnewWhereThePartIsLongerThanTheArchive() throws IOException {
    leave("tiny.tar.gz.part", new byte[PACKED.length + 1]);
    server.answers(TestServer.whole(PACKED));
    prepare(PACKED);
    assertPrepared();
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 500, 503})
  void tellsTheStatus(int status) throws IOException {
    server.answers(TestServer.status(status));
    UserError error = refusal(PACKED);
    assertContains(error.getMessage(), "answered with HTTP status " + status);
    assertContains(error.hint(), data.toString());
    assertEquals(List.of(), names(data));
    assertEquals(1, server.asked.size());
  }

  @Test
  void aServerThatIsNotThere() throws IOException {
    server.close();
    UserError error = refusal(PACKED);
    assertContains(error.getMessage(), "cannot be downloaded (0 of");
    assertEquals(List.of(), names(data));
  }

  @Test
  void givesUpAConnectionThatBringsNothing() throws IOException {
    server.answers(server.stallAt(PACKED, HALF));
    long start = System.nanoTime();
    UserError error = refusal(PACKED);
    assertContains(error.getMessage(), "nothing came");
    assertEquals(List.of("tiny.tar.gz.part"), names(data));
    assertTrue(System.nanoTime() - start < 5e9);
  }

  @Test
  void aStalledConnectionIsReplaced() throws IOException {
    server.answers(server.stallAt(PACKED, HALF), TestServer.whole(PACKED));
    prepare(PACKED);
    assertPrepared();
  }

  @Test
  void refusesAnotherDigestAndRemovesWhatCame() throws IOException {
    byte[] altered = PACKED.clone();
    altered[HALF] ^= 1;
    server.answers(TestServer.whole(altered));
    UserError error = refusal(PACKED);
    assertContains(error.getMessage(), TestArchive.digest("MD5", altered));
    assertContains(error.getMessage(), "expected " + TestArchive.digest("MD5", PACKED));
    assertContains(error.hint(), "has been removed");
    assertEquals(List.of(), names(data));
  }

  @Test
  void refusesMoreThanTheArchive() throws IOException {
    server.answers(TestServer.whole(Arrays.copyOf(PACKED, PACKED.length + 1)));
    assertContains(refusal(PACKED).getMessage(), "sends more than the " + PACKED.length);
    assertEquals(List.of(), names(data));
  }

  @Test
  void followsARedirect() throws IOException {
    server.answers(TestServer.redirect("/elsewhere"), TestServer.whole(PACKED));
    prepare(PACKED);
    assertPrepared();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.invalid/tiny.tar.gz", "ftp://127.0.0.1/x", "file:/x"})
  void refusesARedirectAwayFromHttps(String location) throws IOException {
    server.answers(TestServer.redirect(location));
    assertContains(
        refusal(PACKED).getMessage(), "redirects to " + location + ", which is not https");
    assertEquals(List.of(), names(data));
  }

  @Test
  void refusesToRunInCircles() throws IOException {
    server.answers(TestServer.redirect("/again"));
    assertContains(refusal(PACKED).getMessage(), "redirects more than 5 times");
    assertEquals(6, server.asked.size());
    assertEquals(List.of(), names(data));
  }

  static Stream<Arguments> strangeArchives() {
    TestArchive.Entry one = TestArchive.file("tiny/one.bin", TestArchive.ONE);
    TestArchive.Entry two = TestArchive.file("tiny/two.bin", TestArchive.TWO);
    byte[] other = TestArchive.TWO.clone();
    other[0]++;
    return Stream.of(
        strange("which does not belong there", one, TestArchive.file("../evil", other)),
        strange("which does not belong there", one, TestArchive.file("tiny/../../evil", other)),
        strange("which does not belong there", one, two, TestArchive.file("tiny/evil", other)),
        strange("which does not belong there", TestArchive.file("/evil", other)),
        strange(
            "no regular file", TestArchive.link("tiny/one.bin", TarConstants.LF_SYMLINK, "/etc")),
        strange(
            "no regular file", one, TestArchive.link("tiny/two.bin", TarConstants.LF_LINK, "x")),
        strange(
            "has 99999 bytes, expected 20000", TestArchive.file("tiny/one.bin", new byte[99_999])),
        strange("at most 65536", TestArchive.file("tiny/readme.html", new byte[1 << 20])),
        strange("two.bin is missing", one),
        strange("two.bin is altered", one, TestArchive.file("tiny/two.bin", other)),
        strange("FileAlreadyExists", one, one));
  }

  private static Arguments strange(String reason, TestArchive.Entry... entries) {
    return Arguments.of(reason, List.of(entries));
  }

  @ParameterizedTest
  @MethodSource("strangeArchives")
  void refusesAnArchiveThatHoldsSomethingElse(String reason, List<TestArchive.Entry> entries)
      throws IOException {
    byte[] packed = TestArchive.pack(entries);
    leave("tiny.tar.gz", packed);
    UserError error = refusal(packed);
    assertContains(error.getMessage(), "cannot be unpacked");
    assertContains(error.getMessage(), reason);
    assertEquals(List.of("tiny.tar.gz"), names(data));
    assertEquals(List.of("data"), names(data.resolveSibling("")));
  }

  @Test
  void unpacksAnArchiveThatIsThereAndKeepsIt() throws IOException {
    leave("tiny.tar.gz", PACKED);
    Files.createDirectory(data.resolve(".tiny.tmp"));
    leave(".tiny.tmp/one.bin", new byte[3]);
    prepare(PACKED);
    assertEquals(List.of("tiny", "tiny.tar.gz"), names(data));
    assertEquals(List.of(), server.asked);
  }

  @Test
  void refusesAnotherArchiveThatIsThereAndKeepsIt() throws IOException {
    leave("tiny.tar.gz", new byte[5]);
    UserError error = refusal(PACKED);
    assertContains(error.getMessage(), "is not the archive: md5 ");
    assertContains(error.hint(), "Delete it");
    assertEquals(List.of("tiny.tar.gz"), names(data));
    assertEquals(List.of(), server.asked);
  }

  @Test
  void namesEveryFileThatIsMissingShortOrAltered() throws IOException {
    leave("tiny.tar.gz", PACKED);
    prepare(PACKED);
    byte[] altered = TestArchive.ONE.clone();
    altered[7]++;
    leave("tiny/one.bin", altered);
    Files.delete(data.resolve("tiny/two.bin"));
    assertContains(refusal(PACKED).getMessage(), "two.bin is missing");
    leave("tiny/two.bin", new byte[4]);
    UserError error = refusal(PACKED);
    assertContains(
        error.getMessage(),
        "one.bin is altered: SHA-256 %s, expected %s; two.bin has 4 bytes, expected 15."
            .formatted(
                TestArchive.digest("SHA-256", altered),
                TestArchive.digest("SHA-256", TestArchive.ONE)));
    assertContains(error.hint(), "delete the folder");
    assertEquals(List.of(), server.asked);
  }

  @Test
  void mapsTheFilesInOrder() {
    server.answers(TestServer.whole(PACKED));
    prepare(PACKED);
    List<ByteBuffer> files = folder(PACKED).map();
    byte[] second = new byte[TestArchive.TWO.length];
    files.get(1).get(0, second);
    assertArrayEquals(TestArchive.TWO, second);
    assertEquals(TestArchive.ONE.length, files.get(0).limit());
  }

  @Test
  void mapsNothingThatIsMissingOrShort() throws IOException {
    UserError missing = assertThrows(UserError.class, folder(PACKED)::map);
    assertContains(missing.getMessage(), data.resolve("tiny") + " is missing");
    leave("tiny.tar.gz", PACKED);
    prepare(PACKED);
    leave("tiny/one.bin", new byte[4]);
    UserError shorter = assertThrows(UserError.class, folder(PACKED)::map);
    assertContains(shorter.getMessage(), "one.bin has 4 bytes, expected 20000");
  }

  @Test
  void tellsWhoNamesTheFolderItself() throws IOException {
    leave("one.bin", TestArchive.ONE);
    leave("two.bin", TestArchive.TWO);
    assertContains(refusal(PACKED).getMessage(), "holds the files of tiny itself");
    assertEquals(List.of(), server.asked);
  }

  @Test
  void aFileInPlaceOfTheDataFolder() throws IOException {
    Files.writeString(data, "a file");
    assertContains(refusal(PACKED).getMessage(), "tiny cannot be put into " + data);
  }

  @Test
  void theProgressReachesTheTotal() {
    server.answers(TestServer.whole(PACKED));
    long[] last = new long[2];
    folder(PACKED)
        .prepare(
            HASTY,
            (what, done, total) -> {
              last[0] = done;
              last[1] = total;
            });
    assertArrayEquals(new long[] {20_015, 20_015}, last);
  }

  private DataFolder folder(byte[] packed) {
    URI address = server.address();
    return new DataFolder(data, TestArchive.describe(address, packed));
  }

  private void prepare(byte[] packed) {
    folder(packed).prepare(HASTY, (what, done, total) -> {});
  }

  private UserError refusal(byte[] packed) {
    return assertThrows(UserError.class, () -> prepare(packed));
  }

  private void leave(String name, byte[] bytes) throws IOException {
    Files.createDirectories(data);
    Files.write(data.resolve(name), bytes);
  }

  private void assertPrepared() throws IOException {
    assertEquals(List.of("tiny"), names(data));
    assertEquals(List.of("one.bin", "two.bin"), names(data.resolve("tiny")));
    assertArrayEquals(TestArchive.ONE, Files.readAllBytes(data.resolve("tiny/one.bin")));
    assertArrayEquals(TestArchive.TWO, Files.readAllBytes(data.resolve("tiny/two.bin")));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.endsWith(".lock")) // stays for the next
          .sorted()
          .toList();
    }
  }

  private static void assertContains(@Nullable String text, String part) {
    assertTrue(
        text != null && text.contains(part), () -> "\"" + text + "\" lacks \"" + part + "\"");
  }
}
