package bakeoff.tf;

import bakeoff.spec.Ema;
import bakeoff.spec.Lookahead;
import bakeoff.spec.Timetable;
import bakeoff.spec.Training;
import bakeoff.train.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * What follows the weights and running statistics from step to step: running means, which are
 * tested in their place, and lookahead's slow weights. Each is a run of its own after a step, when
 * all weights have changed.
 */
final class Averages {

  private static final String MEAN = "ema";
  private static final String SLOW = "slow";

  private final Timetable timetable;
  private final @Nullable Lookahead lookahead;
  private final @Nullable String follow;
  private final @Nullable String swap;
  private final String share;
  private final @Nullable String slowDown;
  private final @Nullable String exchange;

  /**
   * @param weights and running statistics
   * @param exchanges whether weights and slow ones are to be exchanged
   */
  Averages(
      Ops tf,
      Variables variables,
      Training training,
      Timetable timetable,
      List<Variables.Variable> weights,
      boolean exchanges) {
    this.timetable = timetable;
    this.lookahead = training.lookahead();
    Ema ema = training.ema();
    List<Op> following = new ArrayList<>();
    List<Op> swapping = new ArrayList<>();
    List<Op> slowing = new ArrayList<>();
    List<Op> exchanging = new ArrayList<>();
    Placeholder<TFloat32> taken =
        tf.withName("taken").placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    for (Variables.Variable weight : weights) {
      if (ema != null) {
        Variables.Variable mean = variables.copyOf(weight, MEAN);
        following.add(
            tf.train.resourceApplyGradientDescent(
                mean.handle(),
                tf.constant((float) (1 - ema.decay())),
                tf.math.sub(mean.read(), weight.read())));
        Ops both = tf.withControlDependencies(weight.read(), mean.read());
        swapping.add(both.assignVariableOp(weight.handle(), mean.read()));
        swapping.add(both.assignVariableOp(mean.handle(), weight.read()));
      }
      if (lookahead != null) {
        Variables.Variable slow = variables.copyOf(weight, SLOW);
        Operand<TFloat32> next =
            tf.math.add(slow.read(), tf.math.mul(tf.math.sub(weight.read(), slow.read()), taken));
        slowing.add(tf.assignVariableOp(slow.handle(), next));
        slowing.add(tf.assignVariableOp(weight.handle(), next));
        if (exchanges) {
          Ops both = tf.withControlDependencies(weight.read(), slow.read());
          exchanging.add(both.assignVariableOp(weight.handle(), slow.read()));
          exchanging.add(both.assignVariableOp(slow.handle(), weight.read()));
        }
      }
    }
    this.follow = target(tf, "follow", following);
    this.swap = target(tf, "swap", swapping);
    this.slowDown = target(tf, "slow_down", slowing);
    this.exchange = target(tf, "exchange", exchanging);
    this.share = taken.op().name();
  }

  private static @Nullable String target(Ops tf, String name, List<Op> ops) {
    return ops.isEmpty() ? null : tf.withControlDependencies(ops).withName(name).noOp().op().name();
  }

  /** After a step, counted from 0. */
  void follow(Session session, long step) {
    long done = step + 1;
    if (lookahead != null) {
      if (done % lookahead.every() == 0) {
        slowDown(session, 1 - lookahead.kept(done / (double) timetable.steps()));
      }
      if (done == timetable.steps()) {
        slowDown(session, 0);
      }
    }
    if (follow != null) {
      run(session.runner().addTarget(follow));
    }
  }

  /** The weights become the slow ones, which take a share of the way to them. */
  private void slowDown(Session session, double way) {
    try (TFloat32 taken = TFloat32.scalarOf((float) way)) {
      run(session.runner().feed(share, taken).addTarget(String.valueOf(slowDown)));
    }
  }

  /** Exchanges weights and running means, if there are any; twice is as before. */
  void swap(Session session) {
    if (swap != null) {
      run(session.runner().addTarget(swap));
    }
  }

  /** Exchanges weights and slow ones, if there are any; twice is as before. */
  void exchangeSlow(Session session) {
    if (exchange != null) {
      run(session.runner().addTarget(exchange));
    }
  }

  private static void run(Session.Runner runner) {
    runner.run().close();
  }

  /** The arrays that test images are scored with, of a model's state. */
  static Map<String, Array> tested(Map<String, Array> state) {
    Map<String, Array> tested = new TreeMap<>(state);
    state.forEach(
        (name, array) -> {
          if (name.endsWith("/" + MEAN)) {
            tested.remove(name);
            tested.put(name.substring(0, name.length() - MEAN.length() - 1), array);
          }
        });
    return tested;
  }
}
