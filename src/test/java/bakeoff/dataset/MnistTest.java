package bakeoff.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.problem.UserError;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** MNIST, and Fashion-MNIST, which has its format. */
final class MnistTest {

  private static final Mnist MNIST = new Mnist();

  @Test
  void withoutItsFilesItSaysHowToGetThem(@TempDir Path empty) {
    UserError error = assertThrows(UserError.class, () -> MNIST.open(empty));
    assertTrue(
        String.valueOf(error.getMessage()).contains("mnist/train-images-idx3-ubyte.gz is missing"));
    assertTrue(String.valueOf(error.hint()).contains("f68b3c2dcbeaaa9fbdd348bbdeb94873"));
    UserError fashion = assertThrows(UserError.class, () -> new FashionMnist().open(empty));
    assertTrue(String.valueOf(fashion.getMessage()).contains("fashion-mnist/train-images"));
  }

  @Test
  void theFilesAreFetchedSafely() {
    for (List<GzippedFile> files : List.of(Mnist.FILES, FashionMnist.FILES)) {
      assertTrue(
          files.stream().map(GzippedFile::from).map(URI::getScheme).allMatch("https"::equals));
      assertEquals(
          List.of(47_040_016, 60_008, 7_840_016, 10_008),
          files.stream().map(GzippedFile::contentBytes).toList());
    }
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "BAKEOFF_DATA", matches = ".+")
  void theRealDataIsRightAndHasThePinnedDigest() throws Exception {
    Path data = Path.of(System.getenv("BAKEOFF_DATA"));
    MNIST.prepare(data, (what, done, total) -> {});
    assertEquals(MNIST.digest(), DecodedDigest.of(MNIST, MNIST.open(data)));
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "BAKEOFF_DATA", matches = ".+")
  void theFirstDigitsAreAFiveAndASeven() {
    Dataset data = MNIST.open(Path.of(System.getenv("BAKEOFF_DATA")));
    assertEquals(60_000, data.train().count());
    assertEquals(10_000, data.test().count());
    assertEquals(5, data.train().label(0));
    assertEquals(7, data.test().label(0));
    assertEquals(MNIST.facts().train(), perClass(data.train()));
    assertEquals(MNIST.facts().test(), perClass(data.test()));
  }

  private static List<Integer> perClass(Split split) {
    Integer[] counts = new Integer[10];
    Arrays.fill(counts, 0);
    for (int i = 0; i < split.count(); i++) {
      counts[split.label(i)]++;
    }
    return List.of(counts);
  }

  /** 0.1307, as everybody normalizes it. */
  @Test
  @EnabledIfEnvironmentVariable(named = "BAKEOFF_DATA", matches = ".+")
  void theTrainingMeanIsThePublishedOne() {
    Split train = MNIST.open(Path.of(System.getenv("BAKEOFF_DATA"))).train();
    float[] pixels = new float[784];
    double sum = 0;
    for (int i = 0; i < train.count(); i++) {
      train.read(i, pixels);
      for (float pixel : pixels) {
        sum += pixel;
      }
    }
    assertEquals(0.1307, sum / 60_000 / 784, 5e-5);
  }
}
