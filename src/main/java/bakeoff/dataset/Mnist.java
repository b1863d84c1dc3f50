package bakeoff.dataset;

import bakeoff.schema.Doc;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

@Doc(
    "MNIST: 70,000 handwritten digits, 28x28 grey, 12 MB to download (LeCun, Cortes and Burges 1998).")
public record Mnist() implements DatasetSource {

  static final List<GzippedFile> FILES =
      List.of(
          file(
              "train-images-idx3-ubyte.gz",
              9_912_422,
              "f68b3c2dcbeaaa9fbdd348bbdeb94873",
              Idx.imageBytes(Idx.TRAIN),
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
          file(
              "train-labels-idx1-ubyte.gz",
              28_881,
              "d53e105ee54ea40749a09fcbcd1e9432",
              Idx.labelBytes(Idx.TRAIN),
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
          file(
              "t10k-images-idx3-ubyte.gz",
              1_648_877,
              "9fb629c4189551a2d022fa330f9573f3",
              Idx.imageBytes(Idx.TEST),
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
          file(
              "t10k-labels-idx1-ubyte.gz",
              4_542,
              "ec29112dd5afa0611ce80d1b7f02629c",
              Idx.labelBytes(Idx.TEST),
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

  private static final Facts FACTS =
      new Facts(
          List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
          Idx.SIDE,
          Idx.SIDE,
          1,
          List.of(5_923, 6_742, 5_958, 6_131, 5_842, 5_421, 5_918, 6_265, 5_851, 5_949),
          List.of(980, 1_135, 1_032, 1_010, 982, 892, 958, 1_028, 974, 1_009));

  private static GzippedFile file(
      String name, long bytes, String md5, int contentBytes, String contentSha256) {
    return new GzippedFile(
        URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/" + name),
        bytes,
        md5,
        contentBytes,
        Optional.of(contentSha256));
  }

  @Override
  public Facts facts() {
    return FACTS;
  }

  @Override
  public String digest() {
    return "9e1b36378f9c14c17879cf8886c6f8f367be85a8ef3175cabb0217bcc3ccfe5e";
  }

  @Override
  public void prepare(Path data, Progress progress) {
    folder(data).prepare(Download.PATIENT, progress);
  }

  @Override
  public Dataset open(Path data) {
    return Idx.dataset(folder(data).contents(), FACTS.classes().size());
  }

  @Override
  public void look(Path data) {
    folder(data).look();
  }

  private static GzippedFolder folder(Path data) {
    return new GzippedFolder(data, "mnist", FILES);
  }
}
