package bakeoff.dataset;

import bakeoff.schema.Doc;
import bakeoff.schema.Synonyms;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

@Doc(
    "Fashion-MNIST: 70,000 pictures of ten kinds of clothes, 28x28 grey, 31 MB to download (Xiao, Rasul and Vollgraf 2017).")
@Synonyms({"fmnist"})
public record FashionMnist() implements DatasetSource {

  /** Sizes and md5 as torchvision has them. */
  static final List<GzippedFile> FILES =
      List.of(
          file(
              "train-images-idx3-ubyte.gz",
              26_421_880,
              "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
              Idx.imageBytes(Idx.TRAIN)),
          file(
              "train-labels-idx1-ubyte.gz",
              29_515,
              "25c81989df183df01b3e8a0aad5dffbe",
              Idx.labelBytes(Idx.TRAIN)),
          file(
              "t10k-images-idx3-ubyte.gz",
              4_422_102,
              "bef4ecab320f06d8554ea6380940ec79",
              Idx.imageBytes(Idx.TEST)),
          file(
              "t10k-labels-idx1-ubyte.gz",
              5_148,
              "bb300cfdad3c16e7a12a480ee83cd310",
              Idx.labelBytes(Idx.TEST)));

  private static final Facts FACTS =
      Facts.even(
          List.of(
              "t-shirt/top",
              "trouser",
              "pullover",
              "dress",
              "coat",
              "sandal",
              "shirt",
              "sneaker",
              "bag",
              "ankle boot"),
          Idx.SIDE,
          Idx.SIDE,
          1,
          Idx.TRAIN,
          Idx.TEST);

  /** Plain HTTP is what its publisher has; GitHub serves the same files by HTTPS. */
  private static GzippedFile file(String name, long bytes, String md5, int contentBytes) {
    return new GzippedFile(
        URI.create(
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"
                + name),
        bytes,
        md5,
        contentBytes,
        Optional.empty());
  }

  @Override
  public Facts facts() {
    return FACTS;
  }

  /** Over the published checksums: they settle what the files decode to. */
  @Override
  public String digest() {
    return Sha256.of(
        FILES.stream().map(f -> f.md5() + "  " + f.name()).collect(Collectors.joining("\n")));
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
    return new GzippedFolder(data, "fashion-mnist", FILES);
  }
}
