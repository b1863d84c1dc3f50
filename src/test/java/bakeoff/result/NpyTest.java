package bakeoff.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NpyTest {

  /** Byte for byte what {@code numpy.save} writes for {@code numpy.array([3, 0, 9], 'u1')}. */
  @Test
  void isWhatNumPyWrites() {
    String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }";
    byte[] file = Npy.write(new int[] {3, 0, 9}, 10);
    assertEquals(128 + 3, file.length);
    byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0};
    assertArrayEquals(start, Arrays.copyOf(file, 10));
    String line = new String(file, 10, 118, StandardCharsets.US_ASCII);
    assertEquals(header + " ".repeat(117 - header.length()) + "\n", line);
    assertArrayEquals(new byte[] {3, 0, 9}, Arrays.copyOfRange(file, 128, 131));
  }

  @Test
  void twoBytesANumberAboveTwoHundredFiftySixClasses() {
    byte[] file = Npy.write(new int[] {0x1234, 65_535}, 257);
    String header = new String(file, 10, 118, StandardCharsets.US_ASCII);
    assertEquals("{'descr': '<u2', 'fortran_order': False, 'shape': (2,), }", header.strip());
    byte[] data = {0x34, 0x12, (byte) 0xff, (byte) 0xff};
    assertArrayEquals(data, Arrays.copyOfRange(file, 128, 132));
  }

  @Test
  void comesBackAsItWas() throws IOException {
    int[] small = {0, 127, 128, 255};
    assertArrayEquals(small, Npy.read(Npy.write(small, 256)));
    int[] large = {0, 255, 256, 40_000};
    assertArrayEquals(large, Npy.read(Npy.write(large, 50_000)));
    assertArrayEquals(new int[0], Npy.read(Npy.write(new int[0], 10)));
  }

  @Test
  void isTheSameInEveryLocale() {
    byte[] file = Npy.write(new int[] {1}, 10);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertArrayEquals(file, Npy.write(new int[] {1}, 10));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatIsCutShortOrForeignIsRefused() {
    byte[] file = Npy.write(new int[] {1, 2, 3}, 10);
    for (int length : new int[] {0, 9, 64, file.length - 1}) {
      assertThrows(IOException.class, () -> Npy.read(Arrays.copyOf(file, length)), "" + length);
    }
    byte[] floats = file.clone();
    floats[10 + "{'descr': '|".length()] = 'f';
    assertThrows(IOException.class, () -> Npy.read(floats));
    byte[] second = file.clone();
    second[6] = 2;
    assertThrows(IOException.class, () -> Npy.read(second));
  }
}
