package bakeoff.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FigureTest {

  @Test
  void aTriangleStandsOnItsBase() {
    assertEquals(
        """
        ....#....
        ....#....
        ...###...
        ...###...
        ..#####..
        ..#####..
        .#######.
        .#######.
        #########
        """,
        drawn(Figure.TRIANGLE, 4));
  }

  @Test
  void aPlusHasBarsOfAThird() {
    assertEquals(
        """
        ...###...
        ...###...
        ...###...
        #########
        #########
        #########
        ...###...
        ...###...
        ...###...
        """,
        drawn(Figure.PLUS, 4));
  }

  @Test
  void checkersAreThreeByThree() {
    assertEquals(
        """
        ###...###
        ###...###
        ###...###
        ...###...
        ...###...
        ...###...
        ###...###
        ###...###
        ###...###
        """,
        drawn(Figure.CHECKERS, 4));
  }

  @ParameterizedTest
  @EnumSource
  void looksTheSameInAMirror(Figure figure) {
    for (int y = -20; y <= 20; y++) {
      for (int x = 0; x <= 20; x++) {
        assertEquals(figure.covers(x, y, 15), figure.covers(-x, y, 15));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void staysNearItsRadius(Figure figure) {
    for (int y = -40; y <= 40; y++) {
      for (int x = -40; x <= 40; x++) {
        boolean far = Math.max(Math.abs(x), Math.abs(y)) > 15 * 5 / 4;
        assertTrue(!far || !figure.covers(x, y, 15));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void differsFromTheOthersInATenthOfItsArea(Figure figure) {
    String mine = drawn(figure, 11);
    long area = mine.chars().filter(c -> c == '#').count();
    for (Figure other : Figure.values()) {
      if (other != figure) {
        String theirs = drawn(other, 11);
        long different = 0;
        for (int i = 0; i < mine.length(); i++) {
          different += mine.charAt(i) == theirs.charAt(i) ? 0 : 1;
        }
        assertTrue(different * 10 > area, figure + " and " + other + ": " + different);
      }
    }
  }

  private static String drawn(Figure figure, int radius) {
    StringBuilder text = new StringBuilder();
    for (int y = -radius; y <= radius; y++) {
      for (int x = -radius; x <= radius; x++) {
        text.append(figure.covers(x, y, radius) ? '#' : '.');
      }
      text.append('\n');
    }
    return text.toString();
  }
}
