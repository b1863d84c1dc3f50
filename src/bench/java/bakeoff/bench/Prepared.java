package bakeoff.bench;

import bakeoff.dataset.Split;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/**
 * Images prepared beforehand, on which every peer but bakeoff's own trains, in this order and over
 * again. One batch for ever would be learnt by heart within a second, and what is then zero costs
 * less, or, where denormal numbers are not flushed, more.
 */
public final class Prepared {

  /** 50 MB, which the memory of each peer holds. */
  private static final int COUNT = 4_096;

  private static final int PIXELS = 32 * 32 * 3;

  private Prepared() {}

  /** As {@code images}, float32 of height x width x channels, and {@code labels}, a byte each. */
  static void write(Split split, Path folder) throws IOException {
    ByteBuffer images =
        ByteBuffer.allocate(COUNT * PIXELS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    byte[] labels = new byte[COUNT];
    float[] pixels = new float[PIXELS];
    for (int i = 0; i < COUNT; i++) {
      split.read(i, pixels);
      for (float pixel : pixels) {
        images.putFloat(2 * pixel - 1);
      }
      labels[i] = (byte) split.label(i);
    }
    Files.write(folder.resolve("images"), images.array());
    Files.write(folder.resolve("labels"), labels);
  }

  /** All batches that are whole, one after another. */
  public static void read(Path folder, int batch, BiConsumer<float[], byte[]> each) {
    try (DataInputStream images =
            new DataInputStream(Files.newInputStream(folder.resolve("images")));
        DataInputStream labels =
            new DataInputStream(Files.newInputStream(folder.resolve("labels")))) {
      byte[] bytes = new byte[batch * PIXELS * Float.BYTES];
      for (int i = 0; i < COUNT / batch; i++) {
        images.readFully(bytes);
        byte[] classes = new byte[batch];
        labels.readFully(classes);
        float[] pixels = new float[batch * PIXELS];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(pixels);
        each.accept(pixels, classes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
