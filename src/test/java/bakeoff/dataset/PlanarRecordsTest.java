package bakeoff.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanarRecordsTest {

  /** Two files of two images of two pixels: a label, two reds, two greens, two blues. */
  private static final PlanarRecords RECORDS =
      new PlanarRecords(
          List.of(
              bytes(7, 1, 2, 3, 4, 5, 6, 8, 11, 12, 13, 14, 15, 16),
              bytes(9, 21, 22, 23, 24, 25, 26, 200, 0, 255, 128, 127, 51, 1)),
          2,
          2);

  @Test
  void labelsAreFirst() {
    assertEquals(4, RECORDS.count());
    assertEquals(7, RECORDS.label(0));
    assertEquals(8, RECORDS.label(1));
    assertEquals(9, RECORDS.label(2));
    assertEquals(200, RECORDS.label(3));
  }

  @Test
  void planesBecomePixels() {
    float[] pixels = new float[6];
    RECORDS.read(1, pixels);
    assertArrayEquals(
        new float[] {11 / 255f, 13 / 255f, 15 / 255f, 12 / 255f, 14 / 255f, 16 / 255f}, pixels);
    RECORDS.read(3, pixels);
    assertArrayEquals(new float[] {0, 128 / 255f, 0.2f, 1, 127 / 255f, 1 / 255f}, pixels);
  }

  @Test
  void ofTwoLabelsOneCounts() {
    List<ByteBuffer> file = List.of(bytes(3, 42, 1, 2, 3, 7, 99, 5, 6, 7));
    PlanarRecords coarse = new PlanarRecords(file, 2, 1, 2, 0);
    PlanarRecords fine = new PlanarRecords(file, 2, 1, 2, 1);
    assertEquals(List.of(3, 7), List.of(coarse.label(0), coarse.label(1)));
    assertEquals(List.of(42, 99), List.of(fine.label(0), fine.label(1)));
    float[] pixels = new float[3];
    fine.read(1, pixels);
    assertArrayEquals(new float[] {5 / 255f, 6 / 255f, 7 / 255f}, pixels);
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length);
    for (int i = 0; i < values.length; i++) {
      bytes.put(i, (byte) values[i]);
    }
    return bytes;
  }
}
