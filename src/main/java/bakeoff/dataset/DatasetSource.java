package bakeoff.dataset;

import java.nio.file.Path;

/**
 * Where images and labels come from. A kind is one record here; {@code permits} lists the kinds.
 */
public sealed interface DatasetSource
    permits Cifar10, Cifar100, Mnist, FashionMnist, ImageFolder, Npy, Shapes {

  Facts facts();

  /**
   * SHA-256, as 64 hexadecimal digits, over the training images, then the test images: of each its
   * label and its decoded bytes, height x width x channels; or over published checksums of files
   * that settle these. Pinned, so that it is known without the data.
   */
  String digest();

  /**
   * Makes sure that the data is in the folder and right; downloads it if nothing of it is there.
   *
   * @throws bakeoff.problem.UserError if it is short, altered, or cannot be had
   */
  void prepare(Path data, Progress progress);

  /**
   * Opens the data for reading; fast, without a look at every byte.
   *
   * @throws bakeoff.problem.UserError if it is missing or short
   */
  Dataset open(Path data);

  /**
   * Looks whether the data is there, as quickly as can be.
   *
   * @throws bakeoff.problem.UserError if it is missing or short
   */
  default void look(Path data) {
    open(data);
  }

  /** Told how far a download or a check is. */
  interface Progress {

    /** Total is 0 where it is not known. */
    void at(String what, long done, long total);
  }
}
