package bakeoff.layer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The shape of one example, without the batch: height, width, channels of an image; or units. */
public record Shape(List<Integer> sizes) {

  public Shape {
    sizes = List.copyOf(sizes);
  }

  public static Shape of(int... sizes) {
    return new Shape(Arrays.stream(sizes).boxed().toList());
  }

  public int rank() {
    return sizes.size();
  }

  public boolean isImage() {
    return rank() == 3;
  }

  public int height() {
    return sizes.get(0);
  }

  public int width() {
    return sizes.get(1);
  }

  /** The last size: an image's channels, a vector's units. */
  public int channels() {
    return sizes.get(rank() - 1);
  }

  /** How many numbers. */
  public long count() {
    return sizes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  @Override
  public String toString() {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }
}
