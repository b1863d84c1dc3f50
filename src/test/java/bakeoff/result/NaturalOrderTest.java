package bakeoff.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

  @Test
  void numbersCountAsNumbers() {
    List<String> sorted =
        List.of("a", "a-1", "a-2", "a-10", "a-10-b2", "a-10-b11", "b", "b01", "b1");
    List<String> shuffled =
        List.of("b1", "a-10", "b", "a-10-b11", "a-2", "b01", "a", "a-10-b2", "a-1");
    assertEquals(sorted, shuffled.stream().sorted(NaturalOrder.COMPARATOR).toList());
  }

  @Test
  void digitsWithoutEndAreNoMistake() {
    String long1 = "1".repeat(50);
    String long2 = "2".repeat(50);
    assertEquals(
        List.of("3", long1, long2),
        List.of(long2, "3", long1).stream().sorted(NaturalOrder.COMPARATOR).toList());
  }
}
