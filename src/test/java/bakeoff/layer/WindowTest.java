package bakeoff.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

  /** The places counted by laying the window down one after the other. */
  @ParameterizedTest
  @CsvSource({"32,5,1,0", "28,2,2,0", "7,3,2,0", "227,11,4,0", "224,7,2,3", "5,5,3,0", "4,7,1,2"})
  void asManyPlacesAsTheWindowHas(int input, int window, int stride, int pixels) {
    int places = 0;
    for (int left = -pixels; left + window <= input + pixels; left += stride) {
      places++;
    }
    assertEquals(places, new Window(input, window, stride, Padding.zeros(pixels)).output());
  }

  @ParameterizedTest
  @CsvSource({"32,1,32", "32,2,16", "7,2,4", "7,3,3", "5,8,1"})
  void sameIsTheInputOverTheStrideRoundedUp(int input, int stride, int output) {
    Padding same = Padding.of(Padding.Mode.SAME);
    assertEquals(output, new Window(input, 3, stride, same).output());
  }

  @Test
  void theArithmeticIsTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(
          "floor((32 + 2·1 - 5)/2) + 1 = 15", new Window(32, 5, 2, Padding.zeros(1)).arithmetic());
      assertEquals(
          "ceil(32/3) = 11", new Window(32, 5, 3, Padding.of(Padding.Mode.SAME)).arithmetic());
    } finally {
      Locale.setDefault(before);
    }
  }
}
