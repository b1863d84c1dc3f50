package bakeoff.dataset;

import bakeoff.problem.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An array in NumPy's format, mapped into memory.
 *
 * @param type as NumPy writes it: {@code |u1}, {@code <f4}, {@code <i8}
 * @param parts the numbers, of whole images each
 */
record NpyArray(Path file, String type, List<Integer> shape, List<ByteBuffer> parts) {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST_HEAD = 1 << 16;
  private static final long PART_BYTES = 1L << 28;
  private static final Pattern TYPE = Pattern.compile("'descr': *'([^']*)'");
  private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]*)\\)");

  /**
   * @throws UserError if there is no such array, or it is in another order or cut short
   */
  static NpyArray open(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      int headBytes = Math.toIntExact(Math.min(LONGEST_HEAD, channel.size()));
      ByteBuffer head = ByteBuffer.allocate(headBytes).order(ByteOrder.LITTLE_ENDIAN);
      channel.read(head, 0);
      head.flip();
      byte[] magic = new byte[MAGIC.length];
      head.get(magic);
      int version = head.get();
      head.get();
      int length = version == 1 ? head.getShort() & 0xFFFF : head.getInt();
      int start = head.position() + length;
      if (!Arrays.equals(magic, MAGIC) || start > headBytes) {
        throw new IOException("it does not begin as one");
      }
      byte[] text = new byte[length];
      head.get(text);
      return map(file, channel, new String(text, StandardCharsets.US_ASCII), start);
    } catch (IOException | RuntimeException e) {
      if (e instanceof UserError told) {
        throw told;
      }
      throw new UserError(file + " is no NumPy array that can be read: " + e.getMessage() + ".");
    }
  }

  private static NpyArray map(Path file, FileChannel channel, String head, long start)
      throws IOException {
    Matcher type = TYPE.matcher(head);
    Matcher shape = SHAPE.matcher(head);
    if (!type.find() || !shape.find()) {
      throw new IOException("its header is not understood");
    }
    if (!head.contains("'fortran_order': False")) {
      throw new UserError(file + " is in Fortran order", "save it with numpy.ascontiguousarray(…)");
    }
    List<Integer> sizes = new ArrayList<>();
    for (String size : shape.group(1).split(",", -1)) {
      if (!size.isBlank()) {
        sizes.add(Integer.valueOf(size.strip()));
      }
    }
    if (sizes.isEmpty() || sizes.contains(0)) {
      throw new UserError(file + " is empty");
    }
    long each = Character.digit(type.group(1).charAt(type.group(1).length() - 1), 10);
    for (int size : sizes.subList(1, sizes.size())) {
      each = Math.multiplyExact(each, size);
    }
    long bytes = Math.multiplyExact(each, sizes.get(0));
    if (channel.size() - start != bytes) {
      throw new IOException(
          "it has " + (channel.size() - start) + " bytes of numbers, expected " + bytes);
    }
    List<ByteBuffer> parts = new ArrayList<>();
    long step = Math.max(1, PART_BYTES / each) * each;
    for (long at = 0; at < bytes; at += step) {
      long length = Math.min(step, bytes - at);
      parts.add(
          channel
              .map(FileChannel.MapMode.READ_ONLY, start + at, length)
              .order(ByteOrder.LITTLE_ENDIAN));
    }
    return new NpyArray(file, type.group(1), List.copyOf(sizes), parts);
  }

  boolean isImages() {
    return type.equals("|u1") || type.equals("<f4");
  }

  int channels() {
    return shape.size() == 3 ? 1 : shape.get(3);
  }

  private int numbers() {
    return shape.get(1) * shape.get(2) * channels();
  }

  private int perPart() {
    int width = type.equals("|u1") ? 1 : Float.BYTES;
    return Math.max(1, Math.toIntExact(PART_BYTES / ((long) numbers() * width)));
  }

  Split split(int[] labels) {
    return type.equals("|u1")
        ? new ImageBytes(parts, perPart(), numbers(), labels)
        : new ImageFloats(parts, perPart(), numbers(), labels);
  }

  /** As labels: whole numbers from 0 to 65,535. */
  int[] labels() {
    ByteBuffer numbers = parts.get(0);
    int[] labels = new int[shape.get(0)];
    for (int i = 0; i < labels.length; i++) {
      long label =
          switch (type) {
            case "|u1" -> numbers.get(i) & 0xFF;
            case "|i1" -> numbers.get(i);
            case "<u2" -> numbers.getShort(2 * i) & 0xFFFF;
            case "<i2" -> numbers.getShort(2 * i);
            case "<u4", "<i4" -> numbers.getInt(4 * i);
            case "<u8", "<i8" -> numbers.getLong(8 * i);
            default ->
                throw new UserError(file + " has " + type, "labels are whole numbers from 0");
          };
      if (label < 0 || label > 0xFFFF) {
        throw new UserError(file + " has the label " + label, "labels are from 0 to 65535");
      }
      labels[i] = (int) label;
    }
    return labels;
  }

  /** Float images hold numbers from 0 to 1 alone. */
  void checkRange() {
    if (!type.equals("<f4")) {
      return;
    }
    for (ByteBuffer part : parts) {
      for (int at = 0; at < part.limit(); at += Float.BYTES) {
        float number = part.getFloat(at);
        if (!(number >= 0 && number <= 1)) {
          throw new UserError(
              file + " has the number " + number, "float images are from 0 to 1; divide by 255?");
        }
      }
    }
  }

  /** Images of numbers, mapped into memory. */
  private record ImageFloats(List<ByteBuffer> parts, int perPart, int numbers, int[] labels)
      implements Split {

    @Override
    public int count() {
      return labels.length;
    }

    @Override
    public int label(int image) {
      return labels[image];
    }

    @Override
    public void read(int image, float[] pixels) {
      ByteBuffer part = parts.get(image / perPart);
      int from = image % perPart * numbers * Float.BYTES;
      part.slice(from, numbers * Float.BYTES)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(pixels, 0, numbers);
    }
  }
}
