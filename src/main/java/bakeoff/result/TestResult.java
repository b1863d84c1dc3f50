package bakeoff.result;

import java.util.List;

/**
 * The test images after the last epoch.
 *
 * @param confusion a row a true class, a column a predicted one: counts
 * @param predictions SHA-256 of the file with each image's predicted class
 */
public record TestResult(
    double accuracy,
    double loss,
    List<Double> perClassAccuracy,
    List<List<Integer>> confusion,
    String predictions) {

  public TestResult {
    accuracy = Fixed.six(accuracy);
    loss = Fixed.six(loss);
    perClassAccuracy = perClassAccuracy.stream().map(Fixed::six).toList();
    confusion = confusion.stream().map(List::copyOf).toList();
  }
}
