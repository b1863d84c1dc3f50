package bakeoff.tf;

import bakeoff.bench.Nets;
import bakeoff.spec.Experiment;
import bakeoff.train.Device;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.DeviceStepStats;
import org.tensorflow.proto.NodeExecStats;
import org.tensorflow.proto.RunMetadata;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TFloat32;

/** Where the time of a training step goes, by operation, beside the two floors of the machine. */
final class Profile {

  private static final int WARM = 20;
  private static final int STEPS = 20;
  private static final int SIDE = 2048;

  private Profile() {}

  /** Arguments: data folder (not read), model, batch size, precision. */
  public static void main(String[] arguments) throws IOException {
    int batch = Integer.parseInt(arguments[2]);
    Experiment experiment = Nets.read(arguments[1], arguments[2], arguments[3]);
    int threads = experiment.network().threads(batch);
    Map<String, double[]> byOperation = new HashMap<>();
    // The executor of one thread, which bakeoff uses on a CPU, keeps no record.
    ConfigProto config =
        Sessions.config(threads, Device.CPU, experiment.training().precision()).toBuilder()
            .clearExperimental()
            .build();
    try (TfModel model = new TfModel(experiment, 1, threads, Device.CPU);
        Session session = new Session(model.graph(), config);
        StepFeed feed = StepFeed.random(experiment)) {
      model.variables().initialize(session);
      for (int i = 0; i < WARM + STEPS; i++) {
        RunOptions.Builder options = RunOptions.newBuilder();
        options.setTraceLevel(RunOptions.TraceLevel.FULL_TRACE);
        try (var result = feed.step(session).setOptions(options.build()).runAndFetchMetadata()) {
          if (i >= WARM) {
            add(result.getMetadata().orElseThrow(), byOperation);
          }
        }
      }
    }
    print(byOperation);
    floors(experiment, batch, threads);
    Runtime.getRuntime().halt(0);
  }

  private static void add(RunMetadata metadata, Map<String, double[]> byOperation) {
    for (DeviceStepStats device : metadata.getStepStats().getDevStatsList()) {
      for (NodeExecStats node : device.getNodeStatsList()) {
        String kind = node.getTimelineLabel().replaceAll(".* = ([^(]*)\\(.*", "$1");
        double[] sums = byOperation.computeIfAbsent(kind, name -> new double[2]);
        sums[0] += (node.getOpEndRelNanos() - node.getOpStartRelNanos()) / 1e3 / STEPS;
        sums[1] += 1.0 / STEPS;
      }
    }
  }

  private static void print(Map<String, double[]> byOperation) {
    double all = byOperation.values().stream().mapToDouble(sums -> sums[0]).sum();
    System.out.println("| operation | how many | µs a step | share |");
    System.out.println("|---|---:|---:|---:|");
    byOperation.entrySet().stream()
        .sorted(Comparator.comparingDouble(entry -> -entry.getValue()[0]))
        .limit(14)
        .forEach(
            entry ->
                System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.1f%% |%n",
                    entry.getKey(),
                    entry.getValue()[1],
                    entry.getValue()[0],
                    100 * entry.getValue()[0] / all));
    System.out.printf(Locale.ROOT, "| all | | %.0f | |%n", all);
  }

  private static void floors(Experiment experiment, int batch, int threads) {
    double flops = product(threads);
    double bytes = copy();
    double arithmetic = 3.0 * experiment.network().flops() * batch / flops;
    double traffic = 6.0 * 4 * experiment.network().parameters() / bytes;
    System.out.printf(
        Locale.ROOT,
        "%nfloors, %d threads: arithmetic %.0f µs (%.0f GFLOP/s in a product of 2048² float32),"
            + " weights %.0f µs (six passes over them at %.1f GB/s, one thread)%n",
        threads,
        arithmetic * 1e6,
        flops / 1e9,
        traffic * 1e6,
        bytes / 1e9);
  }

  private static double product(int threads) {
    try (Graph graph = new Graph();
        TFloat32 matrix = TFloat32.tensorOf(Shape.of(SIDE, SIDE), m -> Tensors.write(m, ones()));
        Session session =
            new Session(
                graph, ConfigProto.newBuilder().setIntraOpParallelismThreads(threads).build())) {
      Ops tf = Ops.create(graph);
      // Fed: of constants, TensorFlow would work the product out beforehand.
      var a = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(SIDE, SIDE)));
      MatMul<TFloat32> product = tf.linalg.matMul(a, a);
      for (int i = 0; i < 3; i++) {
        product = tf.linalg.matMul(product, a);
      }
      var sum = tf.math.mean(product, tf.constant(new int[] {0, 1}));
      double best = Double.POSITIVE_INFINITY;
      for (int i = 0; i < 6; i++) {
        long start = System.nanoTime();
        try (var result = session.runner().feed(a, matrix).fetch(sum).run()) {
          best = Math.min(best, (System.nanoTime() - start) / 1e9 / result.size());
        }
      }
      return 4 * 2.0 * SIDE * SIDE * SIDE / best;
    }
  }

  private static float[] ones() {
    float[] ones = new float[SIDE * SIDE];
    Arrays.fill(ones, 1f / SIDE);
    return ones;
  }

  private static double copy() {
    byte[] from = new byte[256 << 20];
    byte[] to = new byte[256 << 20];
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 6; i++) {
      long start = System.nanoTime();
      System.arraycopy(from, 0, to, 0, from.length);
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return 2.0 * from.length / best;
  }
}
