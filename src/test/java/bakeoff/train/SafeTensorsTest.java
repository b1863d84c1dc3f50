package bakeoff.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The format as its page describes it: huggingface.co/docs/safetensors. */
class SafeTensorsTest {

  private static final Map<String, Array> ARRAYS =
      Map.of(
          "b", new Array(List.of(2, 1), new float[] {1, -2}),
          "a", new Array(List.of(), new float[] {0.5f}),
          "c", new Array(List.of(3), new float[] {Float.NaN, -0.0f, Float.MIN_VALUE}));

  static byte[] bytes(Map<String, Array> arrays, Map<String, String> metadata) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (ByteBuffer part : SafeTensors.write(arrays, metadata)) {
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      file.writeBytes(bytes);
    }
    return file.toByteArray();
  }

  @Test
  void isAnEightByteLengthAHeaderInJsonAndTheNumbers() throws IOException {
    byte[] file = bytes(ARRAYS, Map.of("key", "ä"));
    long length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertEquals('{', file[8]);
    assertEquals(8 + length + 4 * 6, file.length);
    String text = new String(file, 8, (int) length, StandardCharsets.UTF_8);
    JsonNode header = new ObjectMapper().readTree(text);
    assertEquals("ä", header.at("/__metadata__/key").textValue());
    assertEquals("F32", header.at("/b/dtype").textValue());
    assertEquals("[2,1]", header.at("/b/shape").toString());
    assertEquals("[]", header.at("/a/shape").toString());
    assertEquals("[0,4]", header.at("/a/data_offsets").toString());
    assertEquals("[4,12]", header.at("/b/data_offsets").toString());
    assertEquals("[12,24]", header.at("/c/data_offsets").toString());
    ByteBuffer numbers =
        ByteBuffer.wrap(file, (int) (8 + length), 24).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(0.5f, numbers.getFloat());
    assertEquals(1f, numbers.getFloat());
    assertEquals(-2f, numbers.getFloat());
  }

  private static SafeTensors read(byte[] file) throws IOException {
    return SafeTensors.read(new ByteArrayInputStream(file));
  }

  @Test
  void readsBackEveryBit() throws IOException {
    SafeTensors read = read(bytes(ARRAYS, Map.of("key", "x", "position", "{\n}")));
    assertEquals(Map.of("key", "x", "position", "{\n}"), read.metadata());
    assertEquals(ARRAYS.keySet(), read.arrays().keySet());
    read.arrays()
        .forEach(
            (name, array) -> {
              Array written = ARRAYS.getOrDefault(name, array);
              assertEquals(written.shape(), array.shape());
              assertArrayEquals(bits(written), bits(array), name);
            });
  }

  private static int[] bits(Array array) {
    int[] bits = new int[array.numbers().length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(array.numbers()[i]);
    }
    return bits;
  }

  @Test
  void theSameArraysGiveTheSameBytes() {
    assertArrayEquals(bytes(ARRAYS, Map.of("a", "1")), bytes(ARRAYS, Map.of("a", "1")));
  }

  @Test
  void refusesEveryPartOfAFile() {
    byte[] file = bytes(ARRAYS, Map.of("key", "x"));
    for (int length = 0; length < file.length; length++) {
      byte[] part = Arrays.copyOf(file, length);
      assertThrows(IOException.class, () -> read(part), length + " bytes");
    }
    byte[] longer = Arrays.copyOf(file, file.length + 4);
    assertThrows(IOException.class, () -> read(longer));
  }

  @Test
  void refusesAFileWithAnyBitFlipped() {
    byte[] file = bytes(ARRAYS, Map.of("key", "x"));
    for (int bit = 0; bit < 8 * file.length; bit++) {
      byte[] flipped = file.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      String where = "bit " + bit % 8 + " of byte " + bit / 8 + ", " + (char) file[bit / 8];
      assertThrows(IOException.class, () -> read(flipped), where);
    }
  }
}
