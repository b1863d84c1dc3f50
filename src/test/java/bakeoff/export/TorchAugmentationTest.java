package bakeoff.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bakeoff.augment.Augmentation;
import bakeoff.augment.Image;
import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import bakeoff.spec.Trial;
import bakeoff.train.Trials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The augmentation of an exported module, run by torchvision. */
class TorchAugmentationTest {

  private static final String DRIVER =
      """
      import pathlib, sys
      sys.path.insert(0, sys.argv[1])
      import torch
      import model

      numbers = [float(x) for x in pathlib.Path(sys.argv[1], "image").read_text().split()]
      image = torch.tensor(numbers).view(32, 32, 3).permute(2, 0, 1)
      for changed in range(int(sys.argv[2])):
          torch.manual_seed(changed)
          changed = model.augmentation()(image)
          assert changed.shape == (3, 32, 32) and changed.min() >= 0 and changed.max() <= 1
      print(*changed.permute(1, 2, 0).flatten().tolist())
      """;

  /** Without chance: each draw has one outcome, and no pixel falls between two. */
  private static final String CERTAIN =
      """
      - random_horizontal_flip: 1
      - random_vertical_flip: 1
      - random_affine: {degrees: 0, scale: [1.27, 1.27], shear: [10, 10], fill: 0.5}
      - gaussian_blur: {kernel_size: 3, sigma: [0.7, 0.7]}
      - random_resized_crop: {scale: [1, 1], ratio: [1, 1]}
      - random_grayscale: 1
      """;

  private static final String RANDOM =
      """
      - random_crop: {padding: 4, padding_mode: reflect}
      - random_crop: {padding: 4, fill: 0.2, p: 0.5}
      - random_rotation: {degrees: 45, fill: 0.5}
      - random_affine: {degrees: 5, translate: [0.1, 0.2], interpolation: bilinear}
      - color_jitter: {brightness: 0.2, contrast: 0.3, saturation: 0.4, hue: 0.1}
      - random_erasing: {p: 1, value: 0.4}
      - mixup
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void hasTorchvision() throws IOException, InterruptedException {
    assumeTrue(Python.has("torchvision"), "there is no python3 with torchvision");
  }

  private static Trial trial(String augmentation) {
    return Trials.of(
        1,
        """
        dataset: shapes
        augmentation:
        %s
        model: {layers: [flatten, dense: classes]}
        training: {batch_size: 4, optimizer: sgd, phases: [{epochs: 1, learning_rate: 0.01}]}
        """
            .formatted(augmentation.strip().indent(2).stripTrailing()));
  }

  private String changed(Trial trial, Image image, int times)
      throws IOException, InterruptedException {
    StringBuilder numbers = new StringBuilder();
    for (float pixel : image.pixels()) {
      numbers.append(pixel).append(' ');
    }
    Files.writeString(folder.resolve("image"), numbers);
    Files.writeString(folder.resolve("model.py"), new PyTorchModel(trial).text());
    Path driver = Files.writeString(folder.resolve("driver.py"), DRIVER);
    return Python.run(driver.toString(), folder.toString(), String.valueOf(times));
  }

  private static Image image() {
    Image image = new Image(32, 32, 3);
    for (int i = 0; i < image.pixels().length; i++) {
      image.pixels()[i] = (float) (0.5 + 0.5 * Math.sin(0.001 * i * i));
    }
    return image;
  }

  @Test
  void torchvisionChangesAnImageAlike() throws IOException, InterruptedException {
    Trial trial = trial(CERTAIN);
    Image image = image();
    List<Float> theirs = new ArrayList<>();
    for (String number : changed(trial, image, 1).strip().split(" ", -1)) {
      theirs.add(Float.parseFloat(number));
    }
    Chance chance = Chance.of(1, Purpose.TRAIN_AUGMENTATION);
    for (Augmentation augmentation : trial.experiment().augmentation().train()) {
      augmentation.draw(chance).apply(image);
    }
    float[] expected = new float[theirs.size()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = theirs.get(i);
    }
    assertArrayEquals(expected, image.pixels(), 1e-3f); // its weights of grey sum to 0.9999
  }

  @Test
  void whatIsDrawnIsTakenByTorchvision() throws IOException, InterruptedException {
    Trial trial = trial(RANDOM);
    assertEquals(32 * 32 * 3, changed(trial, image(), 5).strip().split(" ", -1).length);
    String module = new PyTorchModel(trial).text();
    assertTrue(module.contains("# mixup: torchvision has none that is the same"), module);
  }
}
