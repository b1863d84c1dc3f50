package bakeoff.dataset;

import bakeoff.problem.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The images of an {@link ImageFolder}, decoded once, by all cores, into a file that every process
 * maps.
 *
 * @param file bears the digest in its name, so that it is never stale
 */
record DecodedImages(ImageFiles files, Picture picture, Path file) {

  /** A mapping holds less than 2 GB. */
  private static final int PART_BYTES = 1 << 28;

  void prepare(DatasetSource.Progress progress) {
    if (isThere()) {
      return;
    }
    Path folder = file.resolveSibling("");
    try {
      Files.createDirectories(folder);
      Alone.on(
          folder.resolve(".lock"),
          () -> progress.at("waiting for another process that decodes images", 0, 0),
          () -> {
            if (!isThere()) {
              decode(folder, progress);
            }
          });
    } catch (IOException e) {
      throw new UserError(
          "decoded images, %,d bytes, cannot be put into %s: %s."
              .formatted(bytes(), folder, Reason.of(e)),
          "Make room and see that the folder can be written, or choose another with --data.");
    }
  }

  private boolean isThere() {
    return file.toFile().length() == bytes();
  }

  private long bytes() {
    return (long) files.all().size() * picture.bytes();
  }

  private void decode(Path folder, DatasetSource.Progress progress) throws IOException {
    List<Path> all = files.all();
    Path beside = folder.resolve("images.tmp"); // one process is here
    try {
      List<ByteBuffer> parts = map(beside, FileChannel.MapMode.READ_WRITE);
      AtomicInteger done = new AtomicInteger();
      IntStream.range(0, all.size())
          .parallel()
          .forEach(
              image -> {
                byte[] pixels = picture.decode(all.get(image));
                parts.get(image / perPart()).put(image % perPart() * pixels.length, pixels);
                long count = done.incrementAndGet();
                synchronized (done) {
                  progress.at("decoding images", count * pixels.length, bytes());
                }
              });
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private int perPart() {
    return Math.max(1, PART_BYTES / picture.bytes());
  }

  private List<ByteBuffer> map(Path from, FileChannel.MapMode mode) throws IOException {
    List<ByteBuffer> parts = new ArrayList<>();
    long step = (long) perPart() * picture.bytes();
    try (FileChannel channel =
        mode == FileChannel.MapMode.READ_ONLY
            ? FileChannel.open(from)
            : FileChannel.open(
                from,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
      for (long start = 0; start < bytes(); start += step) {
        parts.add(channel.map(mode, start, Math.min(step, bytes() - start)));
      }
    }
    return parts;
  }

  Dataset open() {
    prepare((what, done, total) -> {});
    try {
      List<ByteBuffer> parts = map(file, FileChannel.MapMode.READ_ONLY);
      int[] labels = files.labels();
      Split all = new ImageBytes(parts, perPart(), picture.bytes(), labels);
      int train = files.trainCount();
      return new Dataset(
          new Stretch(all, 0, train), new Stretch(all, train, labels.length - train));
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + Reason.of(e) + ".", "Delete it.");
    }
  }

  /** Some images in a row. */
  private record Stretch(Split all, int first, int count) implements Split {

    @Override
    public int label(int image) {
      return all.label(first + image);
    }

    @Override
    public void read(int image, float[] pixels) {
      all.read(first + image, pixels);
    }
  }
}
