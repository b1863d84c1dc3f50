package bakeoff.tf;

import bakeoff.bench.Prepared;
import bakeoff.dataset.Facts;
import bakeoff.spec.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Everything that training steps are fed, made once. */
final class StepFeed implements AutoCloseable {

  private record Batch(TFloat32 images, TFloat32 targets) {}

  private final List<Batch> batches = new ArrayList<>();
  private final TFloat32 shares;
  private final TInt64 seed = TInt64.vectorOf(1, 0);
  private final TFloat32 rate = TFloat32.scalarOf(0.001f);
  private int next;

  private StepFeed(int batch) {
    float[] share = new float[batch];
    for (int i = 0; i < batch; i++) {
      share[i] = 1f / batch;
    }
    shares = Tensors.of(share, List.of(batch));
  }

  /** The images that other peers train on. */
  static StepFeed prepared(Experiment experiment, Path folder) {
    int batch = experiment.training().batchSize();
    StepFeed feed = new StepFeed(batch);
    Prepared.read(folder, batch, (pixels, labels) -> feed.add(experiment.facts(), pixels, labels));
    return feed;
  }

  /** One batch of noise. */
  static StepFeed random(Experiment experiment) {
    int batch = experiment.training().batchSize();
    Facts facts = experiment.facts();
    Random random = new Random(1);
    float[] pixels = new float[batch * facts.height() * facts.width() * facts.channels()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 2 * random.nextFloat() - 1;
    }
    byte[] labels = new byte[batch];
    for (int i = 0; i < batch; i++) {
      labels[i] = (byte) random.nextInt(facts.classes().size());
    }
    StepFeed feed = new StepFeed(batch);
    feed.add(facts, pixels, labels);
    return feed;
  }

  private void add(Facts facts, float[] pixels, byte[] labels) {
    int classes = facts.classes().size();
    float[] oneHot = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      oneHot[i * classes + labels[i]] = 1;
    }
    List<Integer> shape = List.of(labels.length, facts.height(), facts.width(), facts.channels());
    batches.add(
        new Batch(Tensors.of(pixels, shape), Tensors.of(oneHot, List.of(labels.length, classes))));
  }

  /** A step of plain SGD's or momentum's update. */
  Session.Runner step(Session session) {
    Batch batch = batches.get(next++ % batches.size());
    return session
        .runner()
        .feed("images", batch.images())
        .feed("targets", batch.targets())
        .feed("shares", shares)
        .feed("step_seed", seed)
        .feed("learning_rate", rate)
        .addTarget("update");
  }

  @Override
  public void close() {
    for (Batch batch : batches) {
      batch.images().close();
      batch.targets().close();
    }
    shares.close();
    seed.close();
    rate.close();
  }
}
