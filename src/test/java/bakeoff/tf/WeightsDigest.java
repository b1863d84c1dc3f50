package bakeoff.tf;

import bakeoff.spec.Experiment;
import bakeoff.train.Array;
import bakeoff.train.Device;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A program that trains a little and prints a digest of what it ends with. */
final class WeightsDigest {

  private static final int STEPS = 10;

  private WeightsDigest() {}

  /** The argument is the number of threads. */
  public static void main(String[] arguments) throws NoSuchAlgorithmException {
    Experiment experiment =
        Trainings.of(
            """
            - conv2d: {filters: 16, kernel_size: 3, padding: same, activation: gelu}
            - max_pool2d: 2
            - batch_norm
            - residual: [depthwise_conv2d: {kernel_size: 3, padding: same, dilation_rate: 2}, group_norm: 4]
            - squeeze_excitation: 4
            - conv2d: {filters: 16, kernel_size: 3, groups: 4, activation: relu}
            - avg_pool2d: 2
            - flatten
            - dropout: 0.3
            - dense: {units: 64, activation: tanh}
            - dense: classes
            """,
            "{sgd: {momentum: 0.9}}");
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (TfModel model = new TfModel(experiment, 1, Integer.parseInt(arguments[0]), Device.CPU)) {
      for (int step = 0; step < STEPS; step++) {
        model.step(Trainings.noise(64, step), 0.01, step);
      }
      for (Array array : model.state().values()) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * array.numbers().length);
        bytes.asFloatBuffer().put(array.numbers());
        digest.update(bytes);
      }
    }
    System.out.println(HexFormat.of().formatHex(digest.digest()));
    Runtime.getRuntime().halt(0);
  }
}
