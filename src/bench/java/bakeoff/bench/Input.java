package bakeoff.bench;

import bakeoff.yaml.ResolvedText;
import bakeoff.yaml.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What augmentation costs a training of model 6 at batch 128, precision by precision. */
final class Input {

  private static final int ROUNDS = 15;
  private static final double SECONDS = 1;
  private static final List<String> PRECISIONS = List.of("float32", "bfloat16");
  private static final List<String> AUGMENTATIONS =
      List.of(
          "[]",
          "[{random_crop: 4}, random_horizontal_flip]",
          "[{random_crop: 4}, random_horizontal_flip, random_erasing]",
          "[{random_rotation: 45}]");

  private Input() {}

  /** Arguments: data folder. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    System.out.println("| augmentation | float32, images/s | of none | bfloat16 | of none |");
    System.out.println("|---|---:|---:|---:|---:|");
    try (Round round = new Round()) {
      for (String augmentation : AUGMENTATIONS) {
        for (String precision : PRECISIONS) {
          round.add(peer(augmentation, precision, data));
        }
      }
      round.run(ROUNDS, SECONDS);
      for (int i = 0; i < AUGMENTATIONS.size(); i++) {
        System.out.println(
            "| `%s` | %s | %s | %s | %s |"
                .formatted(
                    AUGMENTATIONS.get(i),
                    round.rate(2 * i),
                    round.ratio(2 * i, 0),
                    round.rate(2 * i + 1),
                    round.ratio(2 * i + 1, 1)));
      }
    }
  }

  private static Peer peer(String augmentation, String precision, Path data) throws IOException {
    Path file = Files.createTempFile("input", ".yaml");
    Files.writeString(
        file,
        ResolvedText.of(
            Nets.read("6", "128", precision, Setting.parse("augmentation=" + augmentation))));
    return Peer.java(BakeoffPeer.class.getName(), List.of(), file, data);
  }
}
