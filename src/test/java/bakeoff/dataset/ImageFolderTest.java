package bakeoff.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.dataset.ImageFolder.Channels;
import bakeoff.dataset.ImageFolder.Fit;
import bakeoff.problem.UserError;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageFolderTest {

  private Path data = Path.of("");

  @BeforeEach
  void place(@TempDir Path temp) {
    data = temp;
    DataPlace.choose(temp);
  }

  @AfterEach
  void usualPlace() {
    DataPlace.choose(null);
  }

  private static ImageFolder source(int size, Fit fit, Channels channels) {
    return new ImageFolder("pets", size, fit, channels, "train", "test");
  }

  private void leave(String name, int width, int height, int type, int... colours)
      throws IOException {
    Path file = data.resolve("pets").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    BufferedImage image = new BufferedImage(width, height, type);
    for (int i = 0; i < width * height; i++) {
      int colour = colours[i % colours.length];
      if (type == BufferedImage.TYPE_BYTE_GRAY) {
        image.getRaster().setSample(i % width, i / width, 0, colour);
      } else {
        image.setRGB(i % width, i / width, colour);
      }
    }
    ImageIO.write(image, name.endsWith(".png") ? "png" : "jpeg", file.toFile());
  }

  private void leaveAll() throws IOException {
    leave("train/dog/b.png", 2, 2, BufferedImage.TYPE_INT_RGB, 0x102030);
    leave("train/dog/a.png", 2, 2, BufferedImage.TYPE_INT_RGB, 0xFF0000);
    leave("train/cat/x.png", 2, 2, BufferedImage.TYPE_BYTE_GRAY, 60);
    leave("train/cat/y.jpg", 8, 8, BufferedImage.TYPE_INT_RGB, 0x808080);
    leave("test/dog/c.png", 2, 2, BufferedImage.TYPE_INT_ARGB, 0xFF0A0B0C);
    Files.writeString(data.resolve("pets/train/cat/notes.txt"), "no image");
    Files.writeString(data.resolve("pets/train/cat/.hidden.png"), "no image");
  }

  @Test
  void classesAndCountsAreFound() throws IOException {
    leaveAll();
    assertEquals(
        new Facts(List.of("cat", "dog"), 2, 2, 3, List.of(2, 2), List.of(0, 1)),
        source(2, Fit.CROP, Channels.RGB).facts());
    assertEquals(1, source(2, Fit.CROP, Channels.GRAYSCALE).facts().channels());
  }

  @Test
  void imagesAreInTheOrderOfClassesAndNames() throws IOException {
    leaveAll();
    ImageFolder source = source(2, Fit.CROP, Channels.RGB);
    source.prepare(data, (what, done, total) -> {});
    Dataset open = source.open(data);
    assertEquals(4, open.train().count());
    assertEquals(1, open.test().count());
    assertEquals(List.of(0, 0, 1, 1), labels(open.train()));
    assertEquals(List.of(1), labels(open.test()));
    // Grey numbers stay as they are stored.
    assertPixels(open.train(), 0, 60, 60, 60);
    assertPixels(open.train(), 1, 128, 128, 128);
    assertPixels(open.train(), 2, 255, 0, 0);
    assertPixels(open.train(), 3, 16, 32, 48);
    assertPixels(open.test(), 0, 10, 11, 12);
  }

  private static List<Integer> labels(Split split) {
    return java.util.stream.IntStream.range(0, split.count()).mapToObj(split::label).toList();
  }

  private static void assertPixels(Split split, int image, int... colour) {
    float[] pixels = new float[12];
    split.read(image, pixels);
    for (int i = 0; i < 12; i++) {
      assertEquals(colour[i % 3] / 255f, pixels[i], 0.5f / 255, "number " + i);
    }
  }

  @Test
  void greyIsTheLuma() throws IOException {
    leaveAll();
    Split train = source(2, Fit.CROP, Channels.GRAYSCALE).open(data).train();
    float[] pixels = new float[4];
    train.read(2, pixels);
    // 0.299 * 255 = 76.2
    assertEquals(76 / 255f, pixels[0]);
    train.read(0, pixels);
    assertEquals(60 / 255f, pixels[3]);
  }

  /**
   * Half as large by a triangle of two new pixels: weights 3/7, 3/7, 1/7 of 0, 70, 140 and their
   * mirror image.
   */
  @Test
  void resizingSmoothes() {
    float[] resized = Resampling.of(4, 2).columns(new float[] {0, 70, 140, 210}, 1, 1);
    assertArrayEquals(new float[] {50, 160}, resized, 1e-4f);
    assertArrayEquals(resized, Resampling.of(4, 2).rows(new float[] {0, 70, 140, 210}, 1), 1e-4f);
  }

  @Test
  void enlargingIsBilinear() {
    float[] resized = Resampling.of(2, 4).columns(new float[] {0, 100}, 1, 1);
    assertArrayEquals(new float[] {0, 25, 75, 100}, resized, 1e-4f);
    assertArrayEquals(
        new float[] {1, 2, 3}, Resampling.of(3, 3).columns(new float[] {1, 2, 3}, 1, 1));
  }

  @Test
  void croppedOrStretched() throws IOException {
    leaveAll();
    // Columns of 0, 100, 200 and 0, twice as wide as high.
    leave("train/cat/x.png", 4, 2, BufferedImage.TYPE_BYTE_GRAY, 0, 100, 200, 0);
    float[] pixels = new float[4];
    source(2, Fit.CROP, Channels.GRAYSCALE).open(data).train().read(0, pixels);
    assertArrayEquals(new float[] {100 / 255f, 200 / 255f, 100 / 255f, 200 / 255f}, pixels);
    source(2, Fit.STRETCH, Channels.GRAYSCALE).open(data).train().read(0, pixels);
    // (3 * 0 + 3 * 100 + 200) / 7 and (100 + 3 * 200 + 3 * 0) / 7.
    assertArrayEquals(new float[] {71 / 255f, 100 / 255f, 71 / 255f, 100 / 255f}, pixels);
  }

  @Test
  void theDigestIsOverNamesAndContents() throws IOException {
    leaveAll();
    String before = found().digest();
    assertEquals(before, found().digest());
    leave("train/dog/b.png", 2, 2, BufferedImage.TYPE_INT_RGB, 0x102031);
    String altered = found().digest();
    assertNotEquals(before, altered);
    Files.move(data.resolve("pets/train/dog/b.png"), data.resolve("pets/train/cat/b.png"));
    assertNotEquals(altered, found().digest());
  }

  private ImageFiles found() {
    return ImageFiles.find(data, "pets", "train", "test");
  }

  @Test
  void mistakesAreTold() throws IOException {
    assertTold("the folder " + data.resolve("pets") + " of `image_folder` is missing");
    leave("train/dog/a.png", 2, 2, BufferedImage.TYPE_INT_RGB, 0);
    assertTold("the folder " + data.resolve("pets/test") + " is missing");
    Files.createDirectories(data.resolve("pets/test/dog"));
    assertTold("pets/test has no folder with images");
    leave("test/dog/a.png", 2, 2, BufferedImage.TYPE_INT_RGB, 0);
    assertTold("has one class, dog");
    leave("test/cat/a.png", 2, 2, BufferedImage.TYPE_INT_RGB, 0);
    assertTold("has the class cat, which train has not");
  }

  private void assertTold(String words) {
    UserError error = assertThrows(UserError.class, this::found);
    assertTrue(String.valueOf(error.getMessage()).contains(words), error.getMessage());
  }

  @Test
  void aFileThatIsNoImageIsNamed() throws IOException {
    leaveAll();
    Files.writeString(data.resolve("pets/train/dog/z.png"), "no image");
    ImageFolder source = source(2, Fit.CROP, Channels.RGB);
    UserError error = assertThrows(UserError.class, () -> source.open(data));
    assertTrue(
        String.valueOf(error.getMessage()).contains("dog/z.png is neither a PNG nor a JPEG"),
        error.getMessage());
  }

  /** A line of pixels becomes a long strip before its middle is cut out. */
  @Test
  void aPictureThatIsTooLargeIsNamedAndNothingStays() throws IOException {
    leaveAll();
    leave("train/dog/z.png", 30_000, 1, BufferedImage.TYPE_INT_RGB, 0);
    ImageFolder source = source(100, Fit.CROP, Channels.RGB);
    UserError error = assertThrows(UserError.class, () -> source.open(data));
    assertTrue(
        String.valueOf(error.getMessage()).endsWith("dog/z.png is too large, 30000 x 1."),
        error.getMessage());
    try (Stream<Path> left = Files.list(data.resolve(".bakeoff"))) {
      assertTrue(left.noneMatch(file -> file.toString().endsWith(".tmp")));
    }
    leave(
        "train/dog/y.png", 15_000, 100, BufferedImage.TYPE_INT_RGB, 0); // resized, it is no larger
    Files.delete(data.resolve("pets/train/dog/z.png"));
    DataPlace.choose(data);
    assertEquals(5, source(100, Fit.CROP, Channels.RGB).open(data).train().count());
  }
}
