package bakeoff.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A data set of a user's own, in a folder {@code mine} of the data folder, by hand. */
public record OwnArrays(Path data) {

  /** As NumPy writes it. */
  public static byte[] npy(String type, String shape, byte... numbers) {
    String head = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, shape);
    String padded = head + " ".repeat(117 - head.length()) + "\n";
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + 118 + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) 118);
    bytes.put(padded.getBytes(StandardCharsets.US_ASCII)).put(numbers);
    return bytes.array();
  }

  /** Moved into place: who has mapped the one before it goes on with that. */
  Path leave(String name, byte[] bytes) throws IOException {
    Path file = data.resolve("mine").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Path beside = Files.write(file.resolveSibling(name + ".tmp"), bytes);
    return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Three training images of 1x2 of the classes 1, 0, 1, and a test image of the class 2. */
  public void leaveAll() throws IOException {
    trainOn(0, 51, 102, 153, 1, 2);
    leave("train_labels.npy", npy("|u1", "3,", new byte[] {1, 0, 1}));
    leave("test_images.npy", npy("|u1", "1, 1, 2", new byte[] {(byte) 255, 0}));
    testOf(2);
  }

  public void trainOn(int... pixels) throws IOException {
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      bytes[i] = (byte) pixels[i];
    }
    leave("train_images.npy", npy("|u1", "3, 1, 2", bytes));
  }

  /** The test image's class. */
  public void testOf(int label) throws IOException {
    byte[] bytes = {(byte) label, (byte) (label >> 8)};
    leave("test_labels.npy", npy("<u2", "1,", bytes));
  }
}
