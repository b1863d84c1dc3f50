package bakeoff.tf;

import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Arrays to tensors and back. */
final class Tensors {

  private Tensors() {}

  static TFloat32 of(float[] numbers, List<Integer> shape) {
    Shape size = Shape.of(shape.stream().mapToLong(Integer::longValue).toArray());
    return TFloat32.tensorOf(size, tensor -> write(tensor, numbers));
  }

  /** Overwrites a tensor with the first of these numbers. */
  static void write(TFloat32 tensor, float[] numbers) {
    write(tensor, numbers, 0);
  }

  /** Overwrites a tensor with numbers from a place on. */
  static void write(TFloat32 tensor, float[] numbers, int from) {
    tensor.asRawTensor().data().asFloats().write(numbers, from, Math.toIntExact(tensor.size()));
  }

  static float[] read(TFloat32 tensor) {
    float[] numbers = new float[Math.toIntExact(tensor.size())];
    tensor.asRawTensor().data().asFloats().read(numbers);
    return numbers;
  }
}
