package bakeoff.dataset;

import bakeoff.schema.Doc;
import bakeoff.schema.Synonyms;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

@Doc(
    "CIFAR-10: 60,000 photographs of ten kinds of things, 32x32 RGB, 163 MB to download (Krizhevsky 2009).")
@Synonyms({"cifar"})
public record Cifar10() implements DatasetSource {

  private static final int PER_FILE = 10_000;
  private static final int TRAIN_FILES = 5;

  private static final Facts FACTS =
      Facts.even(
          List.of(
              "airplane",
              "automobile",
              "bird",
              "cat",
              "deer",
              "dog",
              "frog",
              "horse",
              "ship",
              "truck"),
          32,
          32,
          3,
          TRAIN_FILES * PER_FILE,
          PER_FILE);

  /** The binary version, as https://www.cs.toronto.edu/~kriz/cifar.html gives it. */
  static final Archive ARCHIVE =
      new Archive(
          URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"),
          170_052_171,
          "c32a1d4ab5d03f1284b67883e8d87530",
          "cifar-10-batches-bin",
          List.of(
              file(
                  "data_batch_1.bin",
                  "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
              file(
                  "data_batch_2.bin",
                  "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
              file(
                  "data_batch_3.bin",
                  "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
              file(
                  "data_batch_4.bin",
                  "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
              file(
                  "data_batch_5.bin",
                  "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"),
              file(
                  "test_batch.bin",
                  "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b")),
          Set.of("batches.meta.txt", "readme.html"));

  private static DataFile file(String name, String sha256) {
    return new DataFile(name, PER_FILE * (1L + 32 * 32 * 3), sha256);
  }

  @Override
  public Facts facts() {
    return FACTS;
  }

  @Override
  public String digest() {
    return "6c26dc22248c27188ea71613ba27ba80e119551206d074f556c3fa2df5594a42";
  }

  @Override
  public void prepare(Path data, Progress progress) {
    new DataFolder(data, ARCHIVE).prepare(Download.PATIENT, progress);
  }

  @Override
  public Dataset open(Path data) {
    List<ByteBuffer> files = new DataFolder(data, ARCHIVE).map();
    return new Dataset(
        split(files.subList(0, TRAIN_FILES)), split(files.subList(TRAIN_FILES, files.size())));
  }

  private static Split split(List<ByteBuffer> files) {
    return new PlanarRecords(files, PER_FILE, FACTS.height() * FACTS.width());
  }
}
