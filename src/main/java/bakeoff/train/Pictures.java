package bakeoff.train;

import bakeoff.augment.Augmentation;
import bakeoff.augment.Image;
import bakeoff.augment.Occasion;
import bakeoff.chance.Purpose;
import bakeoff.dataset.Facts;
import bakeoff.dataset.Split;
import bakeoff.initializer.TrainingImages;
import bakeoff.spec.Experiment;
import bakeoff.spec.Normalize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The images of a split as the network gets them: augmented, then normalized. */
public final class Pictures implements TrainingImages {

  private final Split split;
  private final List<Augmentation> augmentations;
  private final Purpose purpose;
  private final int seed;
  private final Facts facts;
  private final List<Image> images = new ArrayList<>();
  private final float[] mean;
  private final float[] std;

  private Pictures(
      Experiment experiment,
      Split split,
      List<Augmentation> augmentations,
      Purpose purpose,
      int seed) {
    this.facts = experiment.facts();
    this.split = split;
    this.augmentations = augmentations;
    this.purpose = purpose;
    this.seed = seed;
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
  public static Pictures train(Experiment experiment, Split split, int seed) {
    List<Augmentation> list = experiment.augmentation().train();
    return new Pictures(experiment, split, list, Purpose.TRAIN_AUGMENTATION, seed);
  }

  /**
   * Test images, or those set aside, which are shown like them; what is random follows from the
   * seed and the image alone.
   */
  static Pictures test(Experiment experiment, Split split, int seed) {
    List<Augmentation> list = experiment.augmentation().test();
    return new Pictures(experiment, split, list, Purpose.TEST_AUGMENTATION, seed);
  }

  /** Numbers an image. */
  int size() {
    return facts.height() * facts.width() * facts.channels();
  }

  @Override
  public int count() {
    return split.count();
  }

  @Override
  public int height() {
    return facts.height();
  }

  @Override
  public int width() {
    return facts.width();
  }

  @Override
  public int channels() {
    return facts.channels();
  }

  @Override
  public void read(int index, float[] numbers) {
    float[] pixels = normalized(plain(index));
    System.arraycopy(pixels, 0, numbers, 0, pixels.length);
  }

  int classes() {
    return facts.classes().size();
  }

  /** An image as it is in the data set; valid until the next call. */
  public Image plain(int index) {
    return altered(index, 0, 0, 0);
  }

  /** An image as it is in an epoch, from 0, before it is normalized; valid until the next call. */
  public Image altered(int index, int epoch) {
    return altered(index, epoch, augmentations.size(), 0);
  }

  /** Fills a batch with the images at {@code order[from …]}. */
  void fill(Batch batch, int[] order, int from, int epoch) {
    for (int i = 0; i < batch.size(); i++) {
      int index = order[from + i];
      Image image = altered(index, epoch);
      batch.labels()[i] = split.label(index);
      System.arraycopy(image.classes(), 0, batch.targets(), i * classes(), classes());
      System.arraycopy(normalized(image), 0, batch.images(), i * size(), size());
    }
  }

  /**
   * An image after the first so many augmentations. One that is mixed meets others as they are at
   * that place of the list in the same epoch.
   *
   * @param depth 0 for an image, 1 for its partner, 2 for its partner's; each has its memory
   */
  private Image altered(int index, int epoch, int places, int depth) {
    Image image = memory(depth);
    image.become(split.label(index));
    split.read(index, image.pixels());
    for (int place = 0; place < places; place++) {
      Augmentation augmentation = augmentations.get(place);
      if (augmentation.mixes()) {
        int here = place;
        image.meet(chance -> altered(chance.nextInt(count()), epoch, here, depth + 1));
      }
      augmentation.draw(occasion(index, epoch, place)).apply(image);
    }
    return image;
  }

  private Image memory(int depth) {
    if (depth == images.size()) {
      images.add(new Image(facts.height(), facts.width(), facts.channels(), classes()));
    }
    return images.get(depth);
  }

  private Occasion occasion(int index, int epoch, int place) {
    return purpose == Purpose.TEST_AUGMENTATION
        ? Occasion.test(seed, index, place)
        : Occasion.train(seed, epoch, index, place);
  }

  /**
   * In place: written to its place in a batch, the loop is not vectorized and takes twice as long.
   */
  private float[] normalized(Image image) {
    float[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (pixels[i] - mean[i]) / std[i];
    }
    return pixels;
  }
}
