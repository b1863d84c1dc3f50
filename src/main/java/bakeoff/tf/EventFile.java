package bakeoff.tf;

import bakeoff.spec.Precision;
import bakeoff.train.Device;
import java.nio.file.Path;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/** Numbers by step in a file that TensorBoard reads. Not thread-safe. */
public final class EventFile implements AutoCloseable {

  private static final int QUEUE = 1_000;
  private static final int FLUSH_MILLIS = 5_000;

  private final Graph graph = new Graph();
  private final Session session;
  private final Placeholder<TString> tag;
  private final Placeholder<TInt64> step;
  private final Placeholder<TFloat32> value;
  private final Op write;
  private final Op close;

  /** Makes a new file in a folder, which is made if it is not there. */
  public EventFile(Path folder) {
    Ops tf = Ops.create(graph);
    Operand<? extends TType> writer = tf.summary.summaryWriter();
    this.tag = tf.placeholder(TString.class, Placeholder.shape(Shape.scalar()));
    this.step = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
    this.value = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    Op open =
        tf.summary.createSummaryFileWriter(
            writer,
            tf.constant(folder.toString()),
            tf.constant(QUEUE),
            tf.constant(FLUSH_MILLIS),
            tf.constant(".bakeoff"));
    this.write = tf.summary.writeScalarSummary(writer, step, tag, value);
    this.close = tf.summary.closeSummaryWriter(writer);
    this.session = new Session(graph, Sessions.config(1, Device.CPU, Precision.FLOAT32));
    run(session.runner().addTarget(open));
  }

  public void scalar(String name, long at, double number) {
    try (TString tags = TString.scalarOf(name);
        TInt64 steps = TInt64.scalarOf(at);
        TFloat32 values = TFloat32.scalarOf((float) number)) {
      run(session.runner().feed(tag, tags).feed(step, steps).feed(value, values).addTarget(write));
    }
  }

  private static void run(Session.Runner runner) {
    runner.run().close();
  }

  @Override
  public void close() {
    run(session.runner().addTarget(close));
    session.close();
    graph.close();
  }
}
