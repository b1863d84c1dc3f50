package bakeoff.tf;

import bakeoff.spec.Precision;
import bakeoff.train.Device;
import java.time.Duration;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/** How sessions are set up. */
final class Sessions {

  private static final Duration NEVER = Duration.ofDays(365);

  private Sessions() {}

  /**
   * One thread walks the graph, and kernels share {@code threads}. On a CPU this made the smallest
   * network at batch 4 a third faster than TensorFlow's scheduling of operations (5,660 against
   * 4,220 images/s); for larger ones the two differed by no more than the machine's noise.
   *
   * <p>A step has a time limit that it never meets, since TensorFlow then takes it to a thread of
   * its own, which flushes denormal numbers to zero; the calling thread does not. The momentum of a
   * unit that is always zero decays to denormal numbers and stays there, and arithmetic on them is
   * slow: model 6 at batch 4 fell from 770 to 540 images/s within 16 seconds, and keeps its speed
   * so.
   *
   * <p>With bfloat16, TensorFlow's optimizer of graphs casts what goes into convolutions and matrix
   * products, and back where a sum or a loss needs float32; variables stay float32.
   */
  static ConfigProto config(int threads, Device device, Precision precision) {
    ConfigProto.Builder config =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(threads)
            .setInterOpParallelismThreads(1);
    if (precision == Precision.BFLOAT16) {
      config.setGraphOptions(
          GraphOptions.newBuilder()
              .setRewriteOptions(
                  RewriterConfig.newBuilder()
                      .setAutoMixedPrecisionOnednnBfloat16(RewriterConfig.Toggle.ON)));
    }
    return switch (device) {
      case CPU ->
          config
              .setOperationTimeoutInMs(NEVER.toMillis())
              .setExperimental(
                  ConfigProto.Experimental.newBuilder().setExecutorType("SINGLE_THREADED_EXECUTOR"))
              .build();
      case GPU -> config.setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true)).build();
    };
  }
}
