package bakeoff.report;

import bakeoff.dataset.Split;
import bakeoff.problem.UserError;
import bakeoff.result.Npy;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A trained network's predictions beside the labels of the test images.
 *
 * @param predicted the class of each image, from 0
 */
record Judged(String name, int seed, int[] predicted, Split test) {

  /** Of the experiment's first seed that finished. */
  static Judged of(Row row, Path results, Split test) {
    TrialResult trial = row.finished().get(0);
    TestResult result = trial.test();
    Path file = results.resolve(row.name()).resolve(trial.seed() + ".npy");
    try {
      byte[] bytes = Files.readAllBytes(file);
      int[] predicted = Npy.read(bytes);
      if (result == null || !sha256(bytes).equals(result.predictions())) {
        throw new IOException("not the predictions that the result beside it names");
      }
      if (predicted.length != test.count()) {
        throw new IOException(predicted.length + " predictions, " + test.count() + " test images");
      }
      return new Judged(row.name(), trial.seed(), predicted, test);
    } catch (NoSuchFileException e) {
      throw new UserError(file + ": missing", "restore it with git, or train it again");
    } catch (IOException e) {
      throw new UserError(file + ": " + e.getMessage(), "restore it with git, or train it again");
    }
  }

  boolean isRight(int image) {
    return predicted[image] == test.label(image);
  }

  /** For people. */
  String label() {
    return name + ", seed " + seed;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
