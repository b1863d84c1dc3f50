package bakeoff.tf;

import bakeoff.dataset.Facts;
import bakeoff.spec.Experiment;
import java.util.Random;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Everything a training step is fed, made once. */
final class StepFeed implements AutoCloseable {

  private final TFloat32 images;
  private final TFloat32 targets;
  private final TFloat32 shares;
  private final TInt64 seed = TInt64.vectorOf(1, 0);
  private final TFloat32 rate = TFloat32.scalarOf(0.001f);

  StepFeed(Experiment experiment, int batch) {
    Facts facts = experiment.facts();
    int classes = facts.classes().size();
    Random random = new Random(1);
    images = TFloat32.tensorOf(Shape.of(batch, facts.height(), facts.width(), facts.channels()));
    float[] pixels = new float[Math.toIntExact(images.size())];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 2 * random.nextFloat() - 1;
    }
    Tensors.write(images, pixels);
    targets = TFloat32.tensorOf(Shape.of(batch, classes));
    float[] oneHot = new float[batch * classes];
    float[] share = new float[batch];
    for (int i = 0; i < batch; i++) {
      oneHot[i * classes + random.nextInt(classes)] = 1;
      share[i] = 1f / batch;
    }
    Tensors.write(targets, oneHot);
    shares = TFloat32.tensorOf(Shape.of(batch));
    Tensors.write(shares, share);
  }

  /** A step of plain SGD's or momentum's update. */
  Session.Runner step(Session session) {
    return session
        .runner()
        .feed("images", images)
        .feed("targets", targets)
        .feed("shares", shares)
        .feed("step_seed", seed)
        .feed("learning_rate", rate)
        .addTarget("update");
  }

  @Override
  public void close() {
    images.close();
    targets.close();
    shares.close();
    seed.close();
    rate.close();
  }
}
