package bakeoff.result;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * NumPy's array format, version 1.0, as far as predictions need it: one dimension of uint8 or
 * little-endian uint16.
 */
public final class Npy {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  private Npy() {}

  /** One byte a number if there are at most 256 classes, else two. */
  public static byte[] write(int[] numbers, int classes) {
    boolean small = classes <= 256;
    String header =
        "{'descr': '"
            + (small ? "|u1" : "<u2")
            + "', 'fortran_order': False, 'shape': ("
            + numbers.length
            + ",), }";
    int padded = (MAGIC.length + 2 + header.length() + 1 + 63) / 64 * 64 - MAGIC.length - 2;
    String line = header + " ".repeat(padded - header.length() - 1) + "\n";
    ByteBuffer file =
        ByteBuffer.allocate(MAGIC.length + 2 + padded + numbers.length * (small ? 1 : 2))
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(MAGIC)
            .putShort((short) padded)
            .put(line.getBytes(StandardCharsets.US_ASCII));
    for (int number : numbers) {
      if (small) {
        file.put((byte) number);
      } else {
        file.putShort((short) number);
      }
    }
    return file.array();
  }

  /** The numbers of a file that {@link #write} could have written. */
  public static int[] read(byte[] bytes) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[MAGIC.length];
    if (bytes.length < 10) {
      throw new IOException("too short for an .npy file");
    }
    file.get(magic);
    int headerLength = Short.toUnsignedInt(file.getShort());
    if (!java.util.Arrays.equals(magic, MAGIC) || headerLength > file.remaining()) {
      throw new IOException("not an .npy file of version 1.0");
    }
    byte[] headerBytes = new byte[headerLength];
    file.get(headerBytes);
    String header = new String(headerBytes, StandardCharsets.US_ASCII);
    boolean small = header.contains("'|u1'");
    int size = small ? 1 : 2;
    int count = file.remaining() / size;
    boolean fits = header.contains("'shape': (" + count + ",)") && file.remaining() % size == 0;
    if (!fits || !(small || header.contains("'<u2'"))) {
      throw new IOException("not one dimension of uint8 or uint16");
    }
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = small ? Byte.toUnsignedInt(file.get()) : Short.toUnsignedInt(file.getShort());
    }
    return numbers;
  }
}
