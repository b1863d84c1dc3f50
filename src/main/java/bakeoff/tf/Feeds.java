package bakeoff.tf;

import bakeoff.dataset.Facts;
import bakeoff.train.Batch;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Tensors to feed, made once for each size of batch and written over. */
final class Feeds implements AutoCloseable {

  private final Facts facts;
  private final int classes;
  private final Map<Sizes, Feed> feeds = new HashMap<>();

  Feeds(Facts facts, int classes) {
    this.facts = facts;
    this.classes = classes;
  }

  /**
   * @param images batch x height x width x channels
   * @param targets batch x classes, a share of each class
   * @param shares batch, each 1 / images of the step
   */
  record Feed(TFloat32 images, TFloat32 targets, TFloat32 shares) {}

  /** Sizes of a batch and of the step it is in. */
  private record Sizes(int batch, int step) {}

  /** Some images of a step as tensors; valid until the next call. */
  Feed of(Batch step, int from, int count) {
    Feed feed = feeds.computeIfAbsent(new Sizes(count, step.size()), this::create);
    int numbers = facts.height() * facts.width() * facts.channels();
    Tensors.write(feed.images(), step.images(), from * numbers);
    Tensors.write(feed.targets(), step.targets(), from * classes);
    return feed;
  }

  private Feed create(Sizes sizes) {
    int size = sizes.batch();
    float[] equal = new float[size];
    Arrays.fill(equal, 1f / sizes.step());
    TFloat32 shares = TFloat32.tensorOf(Shape.of(size), tensor -> Tensors.write(tensor, equal));
    return new Feed(
        TFloat32.tensorOf(Shape.of(size, facts.height(), facts.width(), facts.channels())),
        TFloat32.tensorOf(Shape.of(size, classes)),
        shares);
  }

  @Override
  public void close() {
    for (Feed feed : feeds.values()) {
      feed.images().close();
      feed.targets().close();
      feed.shares().close();
    }
  }
}
