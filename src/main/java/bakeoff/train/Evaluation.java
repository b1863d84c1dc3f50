package bakeoff.train;

import bakeoff.result.TestResult;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A model's answers for all test images, in their order. */
public record Evaluation(double loss, int[] labels, int[] predicted) {

  public double accuracy() {
    int correct = 0;
    for (int i = 0; i < labels.length; i++) {
      correct += labels[i] == predicted[i] ? 1 : 0;
    }
    return correct / (double) labels.length;
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
