package bakeoff.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  private static final List<String> KEYS =
      List.of("filters", "kernel_size", "strides", "padding", "activation", "use_bias");

  @ParameterizedTest
  @CsvSource({
    "filter, filters",
    "fliters, filters",
    "Kernel-Size, kernel_size",
    "kernal_size, kernel_size",
    "activaton, activation",
  })
  void findsTheNearest(String word, String meant) {
    assertEquals(Optional.of(meant), Spelling.nearest(word, KEYS));
  }

  @ParameterizedTest
  @CsvSource({"momentum", "out_channels", "f"})
  void saysNothingOfWordsThatAreFar(String word) {
    assertEquals(Optional.empty(), Spelling.nearest(word, KEYS));
  }

  /** The textbook's distances; a swap of neighbours is one step. */
  @ParameterizedTest
  @CsvSource({"kitten,sitting,3", "ab,ba,1", "saturday,sunday,3", "'',abc,3", "same,same,0"})
  void distances(String a, String b, int distance) {
    assertEquals(distance, Spelling.distance(a, b));
    assertEquals(distance, Spelling.distance(b, a));
  }

  @Test
  void aVeryLongWordIsNoWork() {
    assertEquals(Optional.empty(), Spelling.nearest("x".repeat(10_000_000), KEYS));
  }
}
