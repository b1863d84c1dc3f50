package bakeoff.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's step-down adjustment of p values for how many there are (Holm 1979). */
public final class Holm {

  private Holm() {}

  /** In the order given; what is not a number stays so and does not count. */
  public static double[] adjust(double... p) {
    double[] adjusted = p.clone();
    List<Integer> order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> p[i]))
            .toList();
    double largest = 0;
    for (int place = 0; place < order.size(); place++) {
      int i = order.get(place);
      largest = Math.max(largest, Math.min(1, p[i] * (order.size() - place)));
      adjusted[i] = largest;
    }
    return adjusted;
  }
}
