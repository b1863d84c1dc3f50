package bakeoff.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Batches prepared ahead by a thread of their own. They are handed over in blocks of about 256
 * images, so that the smallest batches do not cost a hand-over each.
 */
final class Batches implements AutoCloseable {

  private static final int BLOCK_IMAGES = 256;
  private static final int BLOCKS = 3;

  private final BlockingQueue<Block> empty = new ArrayBlockingQueue<>(BLOCKS);
  private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS);
  private final Thread producer;
  private final Pictures pictures;
  private volatile boolean closed;
  private @Nullable Block current;
  private int next;

  /**
   * @param passes the order of images in each pass, from the first pass wanted; null ends
   * @param skipped how many batches of the first pass to leave out
   */
  Batches(
      Pictures pictures,
      int batchSize,
      IntFunction<int @Nullable []> passes,
      int firstPass,
      int skipped) {
    this.pictures = pictures;
    int perBlock = Math.max(1, BLOCK_IMAGES / batchSize);
    for (int i = 0; i < BLOCKS; i++) {
      empty.add(new Block(perBlock, batchSize, pictures));
    }
    this.producer = new Thread(() -> produce(batchSize, passes, firstPass, skipped), "batches");
    producer.setDaemon(true);
    producer.start();
  }

  /** The next batch; valid until the next call. */
  Batch next() {
    Block block = current;
    if (block == null || next == block.filled) {
      if (block != null) {
        empty.add(block);
      }
      block = take();
      current = block;
      next = 0;
    }
    return block.batches.get(next++);
  }

  private Block take() {
    try {
      Block block = full.take();
      if (block.failure != null) {
        throw new IllegalStateException("images could not be prepared", block.failure);
      }
      return block;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for images", e);
    }
  }

  private void produce(
      int batchSize, IntFunction<int @Nullable []> passes, int firstPass, int skipped) {
    Block block = null;
    try {
      block = empty.take();
      block.filled = 0;
      int first = skipped * batchSize;
      int pass = firstPass;
      for (int[] order = passes.apply(pass); order != null; order = passes.apply(++pass)) {
        for (int from = first; from < order.length; from += batchSize) {
          int size = Math.min(batchSize, order.length - from);
          Batch batch = block.slot(block.filled, size);
          pictures.fill(batch, order, from, pass);
          block.batches.set(block.filled++, batch);
          boolean last = from + batchSize >= order.length;
          if (block.filled == block.batches.size() || last) {
            full.put(block);
            block = empty.take();
            block.filled = 0;
          }
        }
        first = 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      if (!closed) {
        Block told = block == null ? new Block(1, 1, pictures) : block;
        told.failure = e;
        full.clear();
        full.add(told);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    producer.interrupt();
  }

  /** Some batches with their memory. */
  private static final class Block {

    private final List<Batch> batches = new ArrayList<>();
    private final List<Batch> memory = new ArrayList<>();
    private int filled;
    private @Nullable Throwable failure;

    Block(int count, int batchSize, Pictures pictures) {
      for (int i = 0; i < count; i++) {
        memory.add(Batch.of(batchSize, pictures.size(), pictures.classes()));
      }
      batches.addAll(memory);
    }

    Batch slot(int index, int size) {
      return memory.get(index).first(size);
    }
  }
}
