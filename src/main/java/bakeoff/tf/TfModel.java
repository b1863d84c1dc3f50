package bakeoff.tf;

import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import bakeoff.dataset.Facts;
import bakeoff.initializer.TrainingImages;
import bakeoff.spec.Experiment;
import bakeoff.spec.TestViews;
import bakeoff.spec.Training;
import bakeoff.train.Array;
import bakeoff.train.Batch;
import bakeoff.train.Device;
import bakeoff.train.Model;
import bakeoff.train.Score;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * A network as a TensorFlow graph and its session. The graph is drawn with operands and run in a
 * rewritten copy, in which operations go by their names. Losses, accuracy and everything random are
 * worked out so that nothing depends on what was run before.
 */
public final class TfModel implements Model {

  private final int seed;
  private final Training options;
  private final Graph drawn = new Graph();
  private final Ops tf = Ops.create(drawn);
  private final Variables variables;
  private final List<String> scored;
  private final Placeholder<TFloat32> images;
  private final Placeholder<TFloat32> targets;
  private final Placeholder<TFloat32> shares;
  private final Placeholder<TInt64> stepSeed;
  private final Outputs training;
  private final Outputs testing;
  private final Outputs viewed;
  private final Update update;
  private final Averages averages;
  private final Graph graph;
  private final Session session;
  private final Feeds feeds;

  /**
   * The two results of a batch: the loss of each image, batch; and its outputs, batch x classes.
   */
  private record Outputs(Operand<TFloat32> losses, Operand<TFloat32> logits) {}

  /** A network none of whose weights follow from images. */
  public TfModel(Experiment experiment, int seed, int threads, Device device) {
    this(experiment, seed, threads, device, null);
  }

  /**
   * @param given training images, from which some weights may start
   */
  public TfModel(
      Experiment experiment, int seed, int threads, Device device, @Nullable TrainingImages given) {
    this.seed = seed;
    this.variables = new Variables(tf, given);
    this.options = experiment.training();
    Facts facts = experiment.facts();
    int classes = facts.classes().size();
    this.feeds = new Feeds(facts, classes);
    this.images =
        placeholder("images", Shape.of(-1, facts.height(), facts.width(), facts.channels()));
    this.targets = placeholder("targets", Shape.of(-1, classes));
    this.shares = placeholder("shares", Shape.of(-1));
    this.stepSeed =
        tf.withName("step_seed").placeholder(TInt64.class, Placeholder.shape(Shape.of(2)));
    TfNet learning =
        new TfNet(tf, variables, experiment.model().initializer(), seed, classes, stepSeed);
    this.training = outputs(learning.sequence(experiment.model().layers(), images), true);
    List<Variables.Variable> followed = variables.made();
    this.scored = followed.stream().map(Variables.Variable::name).toList();
    List<Variables.Variable> weights = variables.trainable();
    Output<?>[] reads =
        weights.stream().map(weight -> weight.read().asOutput()).toArray(Output<?>[]::new);
    // The gradient of the mean loss: each image's loss weighs 1 / batch, which is fed.
    Output<?>[] gradients =
        drawn.addGradients(
            "gradients",
            new Output<?>[] {training.losses().asOutput()},
            reads,
            new Output<?>[] {shares.asOutput()});
    this.update = new Update(tf, variables, experiment, weights, gradients, learning.updates());
    boolean choices = experiment.validation() != null;
    this.averages = new Averages(tf, variables, options, experiment.timetable(), followed, choices);
    TfNet fixed = new TfNet(tf, variables, experiment.model().initializer(), seed, classes, null);
    Views views = new Views(tf, view -> fixed.sequence(experiment.model().layers(), view));
    this.testing = outputs(views.outputs(TestViews.NONE, images), false);
    this.viewed =
        options.testTimeAugmentation() == TestViews.NONE
            ? testing
            : outputs(views.outputs(options.testTimeAugmentation(), images), false);
    this.graph = FusedRelu.in(drawn);
    this.session =
        new Session(graph, Sessions.config(threads, device, experiment.training().precision()));
    variables.initialize(session);
  }

  private Placeholder<TFloat32> placeholder(String name, Shape shape) {
    return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(shape));
  }

  private Outputs outputs(Operand<TFloat32> logits, boolean learning) {
    return new Outputs(Losses.of(tf, options.loss(), logits, targets, learning), logits);
  }

  /** A step of several batches runs the graph once for each. */
  @Override
  public Score step(Batch batch, double learningRate, long step) {
    int most = options.accumulate() == 1 ? batch.size() : options.batchSize();
    double loss = 0;
    int[] predicted = new int[batch.size()];
    for (int from = 0; from < batch.size(); from += most) {
      int count = Math.min(most, batch.size() - from);
      Feeds.Feed feed = feeds.of(batch, from, count);
      long address =
          from == 0
              ? Chance.address(seed, Purpose.DROPOUT, step)
              : Chance.address(seed, Purpose.DROPOUT, step, from);
      try (TInt64 chance = TInt64.vectorOf(address, 0)) {
        Session.Runner runner =
            runner(feed, training)
                .feed(shares.op().name(), feed.shares())
                .feed(stepSeed.op().name(), chance);
        if (from + count < batch.size()) {
          update.gather(runner);
        } else {
          update.addTo(runner, learningRate, step);
        }
        Score part = score(runner, count);
        loss += part.loss();
        System.arraycopy(part.predicted(), 0, predicted, from, count);
      }
    }
    averages.follow(session, step);
    return new Score(loss, predicted);
  }

  /** With the running means of the weights, if there are any. */
  @Override
  public Score score(Batch batch) {
    return score(batch, testing);
  }

  @Override
  public Score lastScore(Batch batch) {
    return score(batch, viewed);
  }

  private Score score(Batch batch, Outputs outputs) {
    averages.swap(session);
    Session.Runner runner = runner(feeds.of(batch, 0, batch.size()), outputs);
    Score score = score(runner, batch.size(), batch.labels());
    averages.swap(session);
    return score;
  }

  private Session.Runner runner(Feeds.Feed feed, Outputs outputs) {
    return session
        .runner()
        .feed(images.op().name(), feed.images())
        .feed(targets.op().name(), feed.targets())
        .fetch(outputs.losses().op().name())
        .fetch(outputs.logits().op().name(), outputs.logits().asOutput().index());
  }

  private static Score score(Session.Runner runner, int size) {
    return score(runner, size, new int[0]);
  }

  /**
   * @param labels none if nobody asks for ranks
   */
  private static Score score(Session.Runner runner, int size, int[] labels) {
    float[] losses;
    float[] logits;
    try (Result result = runner.run()) {
      losses = Tensors.read((TFloat32) result.get(0));
      logits = Tensors.read((TFloat32) result.get(1));
    }
    double sum = 0;
    for (float loss : losses) {
      sum += loss;
    }
    int classes = logits.length / size;
    int[] predicted = new int[size];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = largest(logits, i * classes, classes);
    }
    int[] ranks = new int[labels.length == 0 ? 0 : size];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = rank(logits, i * classes, classes, labels[i]);
    }
    return new Score(sum, predicted, ranks);
  }

  /** How many numbers come before that of a label, the largest first, of equal ones the first. */
  private static int rank(float[] numbers, int from, int count, int label) {
    float own = numbers[from + label];
    int rank = 0;
    for (int i = 0; i < count; i++) {
      float other = numbers[from + i];
      rank += other > own || (other == own && i < label) ? 1 : 0;
    }
    return rank;
  }

  /** The first place of the largest number. */
  private static int largest(float[] numbers, int from, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (numbers[from + i] > numbers[from + best]) {
        best = i;
      }
    }
    return best;
  }

  /** For those who step by themselves, by the names of what is fed. */
  Session session() {
    return session;
  }

  Graph graph() {
    return graph;
  }

  Variables variables() {
    return variables;
  }

  /** The name of the operation that gives the loss of each image. */
  String losses() {
    return training.losses().op().name();
  }

  @Override
  public void exchangeSlow() {
    averages.exchangeSlow(session);
  }

  @Override
  public Map<String, Array> state() {
    return variables.copy(session);
  }

  /** Its weights and running statistics as test images are scored with. */
  public Map<String, Array> tested() {
    Map<String, Array> tested = Averages.tested(state());
    tested.keySet().retainAll(scored);
    return tested;
  }

  @Override
  public void restore(Map<String, Array> state) {
    variables.restore(session, state);
  }

  @Override
  public void close() {
    session.close();
    feeds.close();
    update.close();
    graph.close();
    drawn.close();
  }
}
