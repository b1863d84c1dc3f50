package bakeoff.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.problem.UserError;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

final class Cifar10Test {

  private static final Cifar10 CIFAR10 = new Cifar10();

  @Test
  void withoutItsFolderItSaysHowToGetIt(@TempDir Path empty) {
    UserError error = assertThrows(UserError.class, () -> CIFAR10.open(empty));
    assertTrue(String.valueOf(error.getMessage()).contains("cifar-10-batches-bin is missing"));
    assertTrue(String.valueOf(error.hint()).contains("cifar-10-binary.tar.gz"));
  }

  @Test
  void theArchiveIsFetchedSafely() {
    assertEquals("https", Cifar10.ARCHIVE.from().getScheme());
    assertEquals("cifar-10-binary.tar.gz", Cifar10.ARCHIVE.name());
    assertEquals(60_000L * 3_073, Cifar10.ARCHIVE.unpackedBytes());
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "BAKEOFF_DATA", matches = ".+")
  void theRealDataIsRightAndHasThePinnedDigest() throws NoSuchAlgorithmException {
    Path data = Path.of(System.getenv("BAKEOFF_DATA"));
    CIFAR10.prepare(data, (what, done, total) -> {});
    assertEquals(CIFAR10.digest(), DecodedDigest.of(CIFAR10, CIFAR10.open(data)));
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "BAKEOFF_DATA", matches = ".+")
  void theFirstImagesAreAFrogAndACat() {
    Dataset data = CIFAR10.open(Path.of(System.getenv("BAKEOFF_DATA")));
    assertEquals(50_000, data.train().count());
    assertEquals(10_000, data.test().count());
    assertEquals(6, data.train().label(0));
    assertEquals(3, data.test().label(0));
    float[] pixels = new float[3_072];
    data.train().read(0, pixels);
    assertPixel(pixels, 59, 62, 63);
    data.test().read(0, pixels);
    assertPixel(pixels, 158, 112, 49);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "BAKEOFF_DATA", matches = ".+")
  void theTrainingMeansAreThePublishedOnes() {
    Split train = CIFAR10.open(Path.of(System.getenv("BAKEOFF_DATA"))).train();
    double[] sums = new double[3];
    float[] pixels = new float[3_072];
    for (int image = 0; image < train.count(); image++) {
      train.read(image, pixels);
      for (int i = 0; i < pixels.length; i++) {
        sums[i % 3] += pixels[i];
      }
    }
    double count = 50_000.0 * 1_024;
    assertEquals(0.4914, sums[0] / count, 5e-5);
    assertEquals(0.4822, sums[1] / count, 5e-5);
    assertEquals(0.4465, sums[2] / count, 5e-5);
  }

  private static void assertPixel(float[] pixels, int red, int green, int blue) {
    assertEquals(red / 255f, pixels[0]);
    assertEquals(green / 255f, pixels[1]);
    assertEquals(blue / 255f, pixels[2]);
  }
}
