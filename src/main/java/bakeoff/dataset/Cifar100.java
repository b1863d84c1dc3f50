package bakeoff.dataset;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.Names;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

@Doc(
    "CIFAR-100: 60,000 photographs of a hundred kinds of things in twenty groups, 32x32 RGB, 161 MB to download (Krizhevsky 2009).")
public record Cifar100(
    @Doc("The hundred kinds, or their twenty groups.") @Main @Default("fine") Labels labels)
    implements DatasetSource {

  /** Which of an image's two labels counts. */
  public enum Labels {
    @Doc("a hundred classes")
    FINE,
    @Doc("twenty classes, five kinds each")
    COARSE
  }

  private static final int TRAIN = 50_000;
  private static final int TEST = 10_000;
  private static final int SIDE = 32;
  private static final int CHANNELS = 3;

  /**
   * The binary version; its md5 is on https://www.cs.toronto.edu/~kriz/cifar.html, the files' SHA-1
   * are those of Apache MXNet.
   */
  static final Archive ARCHIVE =
      new Archive(
          URI.create("https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz"),
          168_513_733,
          "03b5dce01913d631647c71ecec9e9cb8",
          "cifar-100-binary",
          List.of(
              file("train.bin", TRAIN, "e207cd2e05b73b1393c74c7f5e7bea451d63e08e"),
              file("test.bin", TEST, "8fb6623e830365ff53cf14adec797474f5478006")),
          Set.of("fine_label_names.txt", "coarse_label_names.txt"));

  private static DataFile file(String name, int images, String sha1) {
    return new DataFile(name, images * (2L + SIDE * SIDE * CHANNELS), sha1);
  }

  @Override
  public Facts facts() {
    List<String> classes =
        switch (labels) {
          case FINE -> Cifar100Names.FINE;
          case COARSE -> Cifar100Names.COARSE;
        };
    return Facts.even(classes, SIDE, SIDE, CHANNELS, TRAIN, TEST);
  }

  /** Over the published checksum and the choice of labels: they settle what is decoded. */
  @Override
  public String digest() {
    return Sha256.of(ARCHIVE.md5() + "  " + ARCHIVE.name() + " " + Names.of(labels));
  }

  @Override
  public void prepare(Path data, Progress progress) {
    new DataFolder(data, ARCHIVE).prepare(Download.PATIENT, progress);
  }

  @Override
  public Dataset open(Path data) {
    List<ByteBuffer> files = new DataFolder(data, ARCHIVE).map();
    return new Dataset(split(files.get(0), TRAIN), split(files.get(1), TEST));
  }

  /** The group stands first, then the kind, then the image. */
  private Split split(ByteBuffer file, int count) {
    int label =
        switch (labels) {
          case COARSE -> 0;
          case FINE -> 1;
        };
    return new PlanarRecords(List.of(file), count, SIDE * SIDE, 2, label);
  }
}
