package bakeoff.train;

import bakeoff.augment.Augmentation;
import bakeoff.augment.Image;
import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import bakeoff.dataset.Facts;
import bakeoff.dataset.Split;
import bakeoff.spec.Experiment;
import bakeoff.spec.Normalize;
import java.util.Arrays;
import java.util.List;

/** The images of a split as the network gets them: augmented, then normalized. */
final class Pictures {

  private final Split split;
  private final List<Augmentation> augmentations;
  private final Purpose purpose;
  private final int seed;
  private final Image image;
  private final float[] mean;
  private final float[] std;

  private Pictures(
      Experiment experiment,
      Split split,
      List<Augmentation> augmentations,
      Purpose purpose,
      int seed) {
    Facts facts = experiment.dataset().facts();
    this.split = split;
    this.augmentations = augmentations;
    this.purpose = purpose;
    this.seed = seed;
    this.image = new Image(facts.height(), facts.width(), facts.channels());
    this.mean = new float[size()];
    this.std = new float[size()];
    Arrays.fill(std, 1);
    Normalize normalize = experiment.normalize();
    if (normalize != null) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] = (float) normalize.mean().get(i % facts.channels());
        std[i] = (float) normalize.std().get(i % facts.channels());
      }
    }
  }

  /** Training images; what is random is drawn anew each epoch. */
  static Pictures train(Experiment experiment, Split split, int seed) {
    List<Augmentation> list = experiment.augmentation().train();
    return new Pictures(experiment, split, list, Purpose.TRAIN_AUGMENTATION, seed);
  }

  /** Test images; what is random follows from the seed and the image alone. */
  static Pictures test(Experiment experiment, Split split, int seed) {
    List<Augmentation> list = experiment.augmentation().test();
    return new Pictures(experiment, split, list, Purpose.TEST_AUGMENTATION, seed);
  }

  /** Numbers an image. */
  int size() {
    return image.height() * image.width() * image.channels();
  }

  int count() {
    return split.count();
  }

  /** Fills a batch with the images at {@code order[from …]}. */
  void fill(Batch batch, int[] order, int from, int epoch) {
    for (int i = 0; i < batch.size(); i++) {
      int index = order[from + i];
      batch.labels()[i] = split.label(index);
      split.read(index, image.pixels());
      for (int place = 0; place < augmentations.size(); place++) {
        Chance chance =
            purpose == Purpose.TEST_AUGMENTATION
                ? Chance.of(seed, purpose, index, place)
                : Chance.of(seed, purpose, epoch, index, place);
        augmentations.get(place).draw(chance).apply(image);
      }
      normalize(image.pixels(), batch.images(), i * size());
    }
  }

  private void normalize(float[] pixels, float[] to, int offset) {
    for (int i = 0; i < pixels.length; i++) {
      to[offset + i] = (pixels[i] - mean[i]) / std[i];
    }
  }
}
