package bakeoff.bench;

import bakeoff.problem.Problems;
import bakeoff.yaml.ExperimentReader;
import bakeoff.yaml.ResolvedText;
import bakeoff.yaml.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What augmentation costs a training of model 6 at batch 128, precision by precision. */
final class Input {

  private static final int ROUNDS = 5;
  private static final double SECONDS = 4;
  private static final List<String> AUGMENTATIONS =
      List.of(
          "[]",
          "[{random_crop: {size: 32, padding: 4}}, random_horizontal_flip]",
          "[{random_crop: {size: 32, padding: 4}}, random_horizontal_flip, random_erasing]",
          "[{random_rotation: 45}]");

  private Input() {}

  /** Arguments: data folder. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.out.println("| augmentation | float32, images/s | of none | bfloat16 | of none |");
    System.out.println("|---|---:|---:|---:|---:|");
    double[][] rates = new double[2 * AUGMENTATIONS.size()][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < rates.length; i++) {
        rates[i][round] = rate(AUGMENTATIONS.get(i / 2), i % 2, Path.of(arguments[0]));
      }
    }
    for (double[] measured : rates) {
      Arrays.sort(measured);
    }
    for (int i = 0; i < rates.length; i += 2) {
      double full = rates[i][ROUNDS / 2];
      double half = rates[i + 1][ROUNDS / 2];
      System.out.printf(
          Locale.ROOT,
          "| `%s` | %,.0f | %.2f | %,.0f | %.2f |%n",
          AUGMENTATIONS.get(i / 2),
          full,
          full / rates[0][ROUNDS / 2],
          half,
          half / rates[1][ROUNDS / 2]);
    }
  }

  private static double rate(String augmentation, int precision, Path data)
      throws IOException, InterruptedException {
    List<Setting> settings = new ArrayList<>();
    settings.add(Setting.parse("augmentation=" + augmentation));
    settings.add(Setting.parse("training.batch_size=128"));
    settings.add(Setting.parse("training.precision=" + (precision == 0 ? "float32" : "bfloat16")));
    Path file = Files.createTempFile("input", ".yaml");
    Files.writeString(
        file,
        ResolvedText.of(
            new ExperimentReader(new Problems(), settings, name -> true)
                .read(Path.of("experiments", "cifar10", "model-6.yaml"))
                .get(0)
                .experiment()));
    return Peer.java("bakeoff", BakeoffPeer.class.getName(), List.of(), file, SECONDS, data)
        .run()
        .imagesPerSecond();
  }
}
