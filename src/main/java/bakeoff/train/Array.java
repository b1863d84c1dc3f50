package bakeoff.train;

import java.util.List;

/** Numbers with a shape, row-major. */
public record Array(List<Integer> shape, float[] numbers) {

  public Array {
    shape = List.copyOf(shape);
  }
}
