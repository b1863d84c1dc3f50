package bakeoff.dataset;

import bakeoff.problem.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    Path beside = folder.resolve("images.tmp"); // one process is here
    try {
      decodeInto(beside, progress);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private void decodeInto(Path beside, DatasetSource.Progress progress) throws IOException {
    List<Path> all = files.all();
    AtomicInteger done = new AtomicInteger();
    try (FileChannel channel =
        FileChannel.open(
            beside,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      IntStream.range(0, all.size())
          .parallel()
          .forEach(
              image -> {
                byte[] pixels = picture.decode(all.get(image));
                write(channel, (long) image * pixels.length, ByteBuffer.wrap(pixels));
                long count = done.incrementAndGet();
                synchronized (done) {
                  progress.at("decoding images", count * pixels.length, bytes());
                }
              });
      channel.force(true); // a file of that name has all its bytes, even after a power cut
    }
  }

  private static void write(FileChannel channel, long at, ByteBuffer bytes) {
    try {
      for (long next = at; bytes.hasRemaining(); ) {
        next += channel.write(bytes, next);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int perPart() {
    return Math.max(1, PART_BYTES / picture.bytes());
  }

  private List<ByteBuffer> map() throws IOException {
    List<ByteBuffer> parts = new ArrayList<>();
    long step = (long) perPart() * picture.bytes();
    try (FileChannel channel = FileChannel.open(file)) {
      for (long start = 0; start < bytes(); start += step) {
        long length = Math.min(step, bytes() - start);
        parts.add(channel.map(FileChannel.MapMode.READ_ONLY, start, length));
      }
    }
    return parts;
  }

  Dataset open() {
    prepare((what, done, total) -> {});
    try {
      List<ByteBuffer> parts = map();
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
