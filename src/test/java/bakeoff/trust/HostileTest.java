package bakeoff.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.cli.Call;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Experiments written to harm; what a slip would write is in the reader's own tests. */
@Timeout(60)
class HostileTest {

  private static final String GOOD =
      """
      dataset: shapes
      model: {layers: [flatten, dense: classes]}
      training: {batch_size: 4, optimizer: sgd, phases: [{epochs: 1, learning_rate: 0.1}]}
      """;

  @TempDir private Path folder = Path.of("");

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve("experiments/tiny").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.write(file, bytes);
  }

  /** The one line that a command says of a file, without the folder. */
  private String told(Path file) {
    Call check = Call.of("check", file, "--data", folder.resolve("data"));
    assertEquals(2, check.status(), check.out());
    return check.out().lines().findFirst().orElse("").replace(file + ":", "");
  }

  static Stream<Arguments> texts() {
    String deep = "[repeat: {times: 1000, layers: ";
    String laugh = deep.repeat(5) + "[flatten]" + "}]".repeat(5);
    return Stream.of(
        Arguments.of(
            GOOD.replace("[flatten,", "[conv2d: {filters: 999999999, kernel_size: 5}, flatten,"),
            "2:18: weights of 5x5x3x999999999, 7.50e+10 numbers, would take 300.0 GB"),
        Arguments.of(
            GOOD.replace("[flatten, dense: classes]", laugh), "2:173: more than 10000 layers"),
        Arguments.of(
            GOOD.replace("shapes", "{image_folder: ../../etc}"),
            "1:11: `path` is ../../etc, but has to be in the data folder"),
        Arguments.of(
            GOOD.replace("shapes", "{npy: a/../../etc}"),
            "1:11: `path` is a/../../etc, but has to be in the data folder"),
        Arguments.of(
            GOOD.replace("shapes", "{npy: /etc}"),
            "1:11: `path` is /etc, but has to be in the data folder"),
        Arguments.of(
            GOOD.replace("shapes", "{image_folder: {path: pets, train: ../../../etc}}"),
            "1:11: `train` is ../../../etc, but has to be in the folder of the images"),
        Arguments.of(
            "extends: ../../../etc/passwd.yaml\n",
            "1:10: `extends` has to name a .yaml file in this folder, or in one beside it"),
        Arguments.of(
            "a: !!java.net.URL [http://x]\n", "1:4: a tag, tag:yaml.org,2002:java.net.URL"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isRefusedWithItsPlace(String text, String expected) throws IOException {
    Files.createDirectories(folder.resolve("data/pets"));
    String told = told(write("bad.yaml", text.getBytes(StandardCharsets.UTF_8)));
    assertTrue(told.startsWith(expected), told);
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("UTF-16", "1:1: not UTF-8 text"),
        Arguments.of("UTF-16LE", "4:28: not UTF-8 text"),
        Arguments.of("UTF-32", "4:56: not UTF-8 text"),
        Arguments.of("ISO-8859-1", "4:14: not UTF-8 text"),
        Arguments.of("IBM037", "1:1: not UTF-8 text"));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void isUtf8(String encoding, String expected) throws IOException {
    byte[] bytes = (GOOD + "description: \u00e4\n").getBytes(Charset.forName(encoding));
    assertEquals(expected, told(write("bad.yaml", bytes)));
  }

  @Test
  void aLinkOutIsNotRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "password: swordfish\n");
    Path good = write("good.yaml", GOOD.getBytes(StandardCharsets.UTF_8));
    Path link = good.resolveSibling("link.yaml");
    Files.createSymbolicLink(link, secret);
    Call check = Call.of("check", link);
    assertEquals(2, check.status());
    assertTrue(check.out().contains("link.yaml:1:1: a link to a file elsewhere"), check.out());
    assertFalse(check.out().contains("swordfish"));
    write("base.yaml", "extends: link.yaml\n".getBytes(StandardCharsets.UTF_8));
    assertFalse(Call.of("check", good.resolveSibling("base.yaml")).out().contains("swordfish"));
    Path inside = good.resolveSibling("inside.yaml");
    Files.createSymbolicLink(inside, good);
    assertEquals(0, Call.of("check", inside).status());
  }

  /** The largest that arrays can be, but no machine. */
  @Test
  void moreThanThisMachineIsToldBeforeAnythingTrains() throws IOException {
    String large =
        GOOD.replace(
            "[flatten,", "[conv2d: {filters: 2000000, kernel_size: 1}, global_avg_pool2d,");
    String vast = large.replace("batch_size: 4", "batch_size: 60000");
    Path file = write("large.yaml", vast.getBytes(StandardCharsets.UTF_8));
    Call run =
        Call.of("run", file, "--results", folder.resolve("r"), "--runs", folder.resolve("u"));
    assertEquals(2, run.status(), run.err());
    // 32 x 32 pixels, 2,000,000 channels, 60,000 images, 4 bytes: 491,520 GB; their means: 480 GB.
    assertTrue(run.err().contains("training takes at least 492000"), run.err());
    assertFalse(Files.exists(folder.resolve("u/tiny")));
  }
}
