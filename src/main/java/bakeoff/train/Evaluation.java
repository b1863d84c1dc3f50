package bakeoff.train;

import bakeoff.result.TestResult;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A model's answers for all test images, in their order.
 *
 * @param ranks how many classes come before each image's own, the largest outputs first
 */
public record Evaluation(double loss, int[] labels, int[] predicted, int[] ranks) {

  private static final int BATCH = 200;

  /**
   * All images, in order, in batches of one size: the size changes the last bits.
   *
   * @param last whether more is spent on it than on those before
   */
  static Evaluation of(Model model, Pictures pictures, boolean last, Observer observer) {
    int count = pictures.count();
    int[] inOrder = new int[count];
    for (int i = 0; i < count; i++) {
      inOrder[i] = i;
    }
    int[] labels = new int[count];
    int[] predicted = new int[count];
    int[] ranks = new int[count];
    double loss = 0;
    try (Batches batches = new Batches(pictures, BATCH, pass -> pass == 0 ? inOrder : null, 0, 0)) {
      for (int from = 0; from < count; from += BATCH) {
        Batch batch = batches.next();
        Score score = last ? model.lastScore(batch) : model.score(batch);
        loss += score.loss();
        System.arraycopy(batch.labels(), 0, labels, from, batch.size());
        System.arraycopy(score.predicted(), 0, predicted, from, batch.size());
        System.arraycopy(score.ranks(), 0, ranks, from, score.ranks().length);
        observer.testing();
      }
    }
    return new Evaluation(loss / count, labels, predicted, ranks);
  }

  public double accuracy() {
    int correct = 0;
    for (int i = 0; i < labels.length; i++) {
      correct += labels[i] == predicted[i] ? 1 : 0;
    }
    return correct / (double) labels.length;
  }

  /** The share of images whose class is among so many with the largest outputs. */
  public double topKAccuracy(int k) {
    return Arrays.stream(ranks).filter(rank -> rank < k).count() / (double) labels.length;
  }

  /**
   * @param predictions the file of predicted classes, whose digest the result holds
   */
  public TestResult result(int classes, byte[] predictions) {
    int[][] counts = new int[classes][classes];
    for (int i = 0; i < labels.length; i++) {
      counts[labels[i]][predicted[i]]++;
    }
    List<Double> perClass = new ArrayList<>();
    List<List<Integer>> confusion = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      int total = 0;
      List<Integer> row = new ArrayList<>();
      for (int count : counts[c]) {
        total += count;
        row.add(count);
      }
      perClass.add(total == 0 ? 0 : counts[c][c] / (double) total);
      confusion.add(row);
    }
    return new TestResult(accuracy(), loss, perClass, confusion, sha256(predictions));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
