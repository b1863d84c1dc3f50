package bakeoff.dataset;

import static bakeoff.dataset.OwnArrays.npy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.problem.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NpyTest {

  /** Files that NumPy 2.4 wrote: uint8 [[[1, 2], [3, 255]]], float32 1x1x2x2, int64 [3, 0]. */
  private static final String BYTES =
      "k05VTVBZAQB2AHsnZGVzY3InOiAnfHUxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDEsIDIsIDIpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAgP/";

  private static final String FLOATS =
      "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDEsIDEsIDIsIDIpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAA/AACAPgAAAAAAAIA/";

  private static final String LABELS =
      "k05VTVBZAQB2AHsnZGVzY3InOiAnPGk4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoDAAAAAAAAAAAAAAAAAAAA";

  /** uint8 2x3x4 by numpy.asfortranarray. */
  private static final String FORTRAN =
      "k05VTVBZAQB2AHsnZGVzY3InOiAnfHUxJywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMywgNCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  private Path data = Path.of("");
  private final Npy source = new Npy("mine", List.of());

  @BeforeEach
  void place(@TempDir Path temp) {
    data = temp;
    DataPlace.choose(temp);
  }

  @AfterEach
  void usualPlace() {
    DataPlace.choose(null);
  }

  private Path leave(String name, byte[] bytes) throws IOException {
    return new OwnArrays(data).leave(name, bytes);
  }

  private Path leave(String name, String base64) throws IOException {
    return leave(name, Base64.getDecoder().decode(base64));
  }

  private void leaveAll() throws IOException {
    new OwnArrays(data).leaveAll();
  }

  @Test
  void numPysOwnFilesAreRead() throws IOException {
    NpyArray bytes = NpyArray.open(leave("a.npy", BYTES));
    assertEquals(List.of(1, 2, 2), bytes.shape());
    float[] pixels = new float[4];
    bytes.split(new int[1]).read(0, pixels);
    assertArrayEquals(new float[] {1 / 255f, 2 / 255f, 3 / 255f, 1}, pixels);
    NpyArray floats = NpyArray.open(leave("b.npy", FLOATS));
    assertEquals(List.of(1, 1, 2, 2), floats.shape());
    assertEquals(2, floats.channels());
    floats.split(new int[1]).read(0, pixels);
    assertArrayEquals(new float[] {0.5f, 0.25f, 0, 1}, pixels);
    assertArrayEquals(new int[] {3, 0}, NpyArray.open(leave("c.npy", LABELS)).labels());
  }

  @Test
  void whatCannotBeReadIsTold() throws IOException {
    assertTold("is in Fortran order", leave("a.npy", FORTRAN));
    assertTold("is no NumPy array", leave("b.npy", new byte[200]));
    assertTold("is no NumPy array", leave("c.npy", new byte[3]));
    assertTold("has 3 bytes of numbers, expected 4", leave("d.npy", npy("|u1", "4,", new byte[3])));
  }

  private static void assertTold(String words, Path file) {
    UserError error = assertThrows(UserError.class, () -> NpyArray.open(file));
    assertTrue(String.valueOf(error.getMessage()).contains(words), error.getMessage());
  }

  @Test
  void factsAreFoundInTheFiles() throws IOException {
    leaveAll();
    assertEquals(
        new Facts(List.of("0", "1", "2"), 1, 2, 1, List.of(1, 2, 0), List.of(0, 0, 1)),
        source.facts());
    assertEquals(List.of("a", "b", "c"), new Npy("mine", List.of("a", "b", "c")).facts().classes());
    UserError error =
        assertThrows(UserError.class, () -> new Npy("mine", List.of("a", "b")).facts());
    assertTrue(String.valueOf(error.getMessage()).contains("labels"), error.getMessage());
    Dataset open = source.open(data);
    float[] pixels = new float[2];
    open.train().read(1, pixels);
    assertArrayEquals(new float[] {0.4f, 0.6f}, pixels, 1e-7f);
    assertEquals(0, open.train().label(1));
    assertEquals(2, open.test().label(0));
  }

  @Test
  void theDigestIsOverTheFiles() throws IOException {
    leaveAll();
    List<String> names = List.of("train_images.npy", "train_labels.npy");
    FileDigests digests = new FileDigests(data, data.resolve("mine"));
    String before = digests.of(names);
    assertTrue(before.matches("[0-9a-f]{64}"));
    assertEquals(before, digests.of(names));
    leave("train_labels.npy", npy("<i2", "3,", new byte[] {1, 0, 0, 0, 1, 0}));
    assertNotEquals(before, digests.of(names));
    assertNotEquals(digests.of(names), digests.of(List.of("train_labels.npy")));
  }

  @Test
  void notesAreUsedAgain() throws IOException {
    Path file = leave("a.npy", new byte[] {1, 2, 3});
    FileDigests digests = new FileDigests(data, data.resolve("mine"));
    String before = digests.of(List.of("a.npy"));
    var time = Files.getLastModifiedTime(file);
    Files.write(file, new byte[] {3, 2, 1});
    Files.setLastModifiedTime(file, time);
    assertEquals(before, digests.of(List.of("a.npy")));
    Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1));
    assertNotEquals(before, digests.of(List.of("a.npy")));
  }

  @Test
  void floatsAreFromZeroToOne() throws IOException {
    leaveAll();
    ByteBuffer two = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(1).putFloat(2);
    leave("test_images.npy", npy("<f4", "1, 1, 2", two.array()));
    UserError error =
        assertThrows(UserError.class, () -> source.prepare(data, (what, done, total) -> {}));
    assertTrue(String.valueOf(error.getMessage()).contains("has the number 2.0"));
  }

  @Test
  void whatIsMissingIsTold() {
    UserError error = assertThrows(UserError.class, source::facts);
    assertTrue(String.valueOf(error.getMessage()).contains("mine/train_images.npy is missing"));
  }
}
