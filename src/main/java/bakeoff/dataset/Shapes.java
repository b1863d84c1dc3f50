package bakeoff.dataset;

import bakeoff.schema.Doc;
import bakeoff.schema.Names;
import java.nio.file.Path;
import java.util.Arrays;

@Doc(
    "Ten kinds of coloured shapes, 32x32 RGB, 4,000 to train and 1,000 to test, drawn by the program: no download.")
public record Shapes() implements DatasetSource {

  private static final int TRAIN = 4_000;
  private static final int TEST = 1_000;

  private static final Facts FACTS =
      Facts.even(
          Arrays.stream(Figure.values()).map(Names::of).toList(),
          Painter.SIZE,
          Painter.SIZE,
          Painter.CHANNELS,
          TRAIN,
          TEST);

  @Override
  public Facts facts() {
    return FACTS;
  }

  @Override
  public String digest() {
    return "fd82c1aa6e6911af15755b7605fa0baae05788708bd584ebf7f28866f1b7028a";
  }

  @Override
  public void prepare(Path data, Progress progress) {
    // Nothing to fetch and nothing to damage.
  }

  @Override
  public Dataset open(Path data) {
    return new Dataset(split(0, TRAIN), split(1, TEST));
  }

  private static Split split(int number, int count) {
    return new InterleavedImages(
        Painter.paint(number, count), Painter.BYTES, FACTS.classes().size());
  }
}
