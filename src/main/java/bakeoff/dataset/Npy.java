package bakeoff.dataset;

import bakeoff.problem.UserError;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

@Doc(
    "NumPy arrays in a folder: train_images.npy, train_labels.npy, test_images.npy, test_labels.npy. Images are count x height x width (x channels), uint8, or float32 in 0 to 1; labels whole numbers from 0. The digest is over the files.")
public record Npy(
    @Doc(value = "The folder, in the data folder.", example = "arrays") @Main String path,
    @Doc(
            value =
                "The classes' names, in the order of the labels; the labels themselves if empty.",
            example = "[cat, dog]")
        @Default("[]")
        List<String> classes)
    implements DatasetSource {

  private static final List<String> FILES =
      List.of("train_images.npy", "train_labels.npy", "test_images.npy", "test_labels.npy");

  public Npy {
    classes = List.copyOf(classes);
  }

  private record Found(Facts facts, String digest) {}

  private Found found() {
    Path data = DataPlace.get();
    return DataPlace.once(data, this, Found.class, () -> find(data));
  }

  private Found find(Path data) {
    Path folder = folder(data);
    NpyArray train = images(folder, 0);
    NpyArray test = images(folder, 2);
    if (!train
        .shape()
        .subList(1, train.shape().size())
        .equals(test.shape().subList(1, test.shape().size()))) {
      throw new UserError(
          "images in " + folder + " are " + train.shape() + " and " + test.shape(),
          "training and test images have to be of one height, width and number of channels");
    }
    int[] trained = labels(folder, 1, train.shape().get(0));
    int[] tested = labels(folder, 3, test.shape().get(0));
    int count = 1 + IntStream.concat(Arrays.stream(trained), Arrays.stream(tested)).max().orElse(0);
    if (!classes.isEmpty() && classes.size() < count) {
      throw new UserError(
          "labels in "
              + folder
              + " go up to "
              + (count - 1)
              + ", but `classes` has "
              + classes.size()
              + " names");
    }
    List<String> names =
        classes.isEmpty()
            ? IntStream.range(0, count).mapToObj(Integer::toString).toList()
            : classes;
    Facts facts =
        new Facts(
            names,
            train.shape().get(1),
            train.shape().get(2),
            train.channels(),
            counts(trained, names.size()),
            counts(tested, names.size()));
    return new Found(facts, new FileDigests(data, folder).of(FILES));
  }

  private Path folder(Path data) {
    Path folder = Inside.of(data, path);
    for (String name : FILES) {
      if (!folder.resolve(name).toFile().isFile()) {
        throw new UserError(
            folder.resolve(name) + " is missing",
            "`path` is in the data folder; name that with --data or BAKEOFF_DATA");
      }
    }
    return folder;
  }

  private static NpyArray images(Path folder, int file) {
    NpyArray images = NpyArray.open(folder.resolve(FILES.get(file)));
    int rank = images.shape().size();
    if ((rank != 3 && rank != 4) || !images.isImages()) {
      throw new UserError(
          images.file() + " has " + images.type() + " of shape " + images.shape(),
          "images are uint8 or float32, count x height x width, or x channels");
    }
    return images;
  }

  private static int[] labels(Path folder, int file, int count) {
    NpyArray labels = NpyArray.open(folder.resolve(FILES.get(file)));
    if (!labels.shape().equals(List.of(count))) {
      throw new UserError(
          labels.file() + " has the shape " + labels.shape(),
          "one label an image: " + List.of(count));
    }
    return labels.labels();
  }

  private static List<Integer> counts(int[] labels, int classes) {
    Integer[] counts = new Integer[classes];
    Arrays.fill(counts, 0);
    for (int label : labels) {
      counts[label]++;
    }
    return new ArrayList<>(List.of(counts));
  }

  @Override
  public Facts facts() {
    return found().facts();
  }

  @Override
  public String digest() {
    return found().digest();
  }

  /** Looks at every number of float images: they have to be in 0 to 1. */
  @Override
  public void prepare(Path data, Progress progress) {
    Path folder = folder(data);
    for (int file = 0; file < FILES.size(); file += 2) {
      NpyArray images = images(folder, file);
      images.checkRange();
      long bytes = images.file().toFile().length();
      progress.at("checking " + FILES.get(file), bytes, bytes);
      labels(folder, file + 1, images.shape().get(0));
    }
  }

  @Override
  public Dataset open(Path data) {
    Path folder = folder(data);
    return new Dataset(split(folder, 0), split(folder, 2));
  }

  private static Split split(Path folder, int file) {
    NpyArray images = images(folder, file);
    return images.split(labels(folder, file + 1, images.shape().get(0)));
  }
}
