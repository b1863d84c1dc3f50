package bakeoff.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The test images after the last epoch, or after the one chosen on the validation images.
 *
 * @param confusion a row a true class, a column a predicted one: counts
 * @param predictions SHA-256 of the file with each image's predicted class
 * @param chosenEpoch from 1; null if nothing was chosen: then it is the last
 * @param topKAccuracy the share of images whose class is among the experiment's {@code
 *     metrics.top_k} with the largest outputs; null if nobody asked
 */
public record TestResult(
    double accuracy,
    double loss,
    List<Double> perClassAccuracy,
    List<List<Integer>> confusion,
    String predictions,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer chosenEpoch,
    @JsonProperty("top_k_accuracy") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Double topKAccuracy) {

  public TestResult {
    accuracy = Fixed.six(accuracy);
    loss = Fixed.six(loss);
    perClassAccuracy = perClassAccuracy.stream().map(Fixed::six).toList();
    confusion = confusion.stream().map(List::copyOf).toList();
    topKAccuracy = topKAccuracy == null ? null : Fixed.six(topKAccuracy);
  }

  /** Of the last epoch, without further figures. */
  public TestResult(
      double accuracy,
      double loss,
      List<Double> perClassAccuracy,
      List<List<Integer>> confusion,
      String predictions) {
    this(accuracy, loss, perClassAccuracy, confusion, predictions, null, null);
  }

  /** With further figures. */
  public TestResult with(@Nullable Integer epoch, @Nullable Double topK) {
    return new TestResult(accuracy, loss, perClassAccuracy, confusion, predictions, epoch, topK);
  }
}
