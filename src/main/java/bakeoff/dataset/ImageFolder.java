package bakeoff.dataset;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Names;
import bakeoff.schema.Range;
import java.nio.file.Path;

@Doc(
    "PNG and JPEG files in folders train/CLASS and test/CLASS, made square: resized with smoothing, then cropped or stretched. The digest is over the files; classes are in the order of their names' characters, capitals first.")
public record ImageFolder(
    @Doc(value = "The folder, in the data folder.", example = "pets") @Main String path,
    @Doc("The images' height and width.") @Default("64") @Range(min = 1, max = 4_096) int size,
    @Doc("How an image that is not square becomes so.") @Default("crop") Fit fit,
    @Doc("Whether colour stays.") @Default("rgb") Channels channels,
    @Doc("The folder of the training images.") @Default("train") String train,
    @Doc("The folder of the test images.") @Default("test") String test)
    implements DatasetSource {

  /** How an image becomes square. */
  public enum Fit {
    @Doc("the shorter side fits, and the middle of the longer one stays")
    CROP,
    @Doc("both sides fit, and proportions change")
    STRETCH
  }

  /** What is kept of colour. */
  public enum Channels {
    @Doc("red, green, blue")
    RGB,
    @Doc("grey, the luma of ITU-R BT.601")
    GRAYSCALE;

    int count() {
      return this == RGB ? 3 : 1;
    }
  }

  private ImageFiles files(Path data) {
    return DataPlace.once(
        data, this, ImageFiles.class, () -> ImageFiles.find(data, path, train, test));
  }

  @Override
  public Facts facts() {
    return files(DataPlace.get()).facts(size, channels.count());
  }

  /** Over the files; how they are decoded stands in the experiment. */
  @Override
  public String digest() {
    return files(DataPlace.get()).digest();
  }

  @Override
  public void prepare(Path data, Progress progress) {
    decoded(data).prepare(progress);
  }

  @Override
  public Dataset open(Path data) {
    return decoded(data).open();
  }

  private DecodedImages decoded(Path data) {
    ImageFiles files = files(data);
    Picture picture = new Picture(size, fit, channels);
    String name =
        String.join("-", files.digest(), "" + size, Names.of(fit), Names.of(channels)) + ".images";
    return new DecodedImages(files, picture, data.resolve(".bakeoff").resolve(name));
  }
}
