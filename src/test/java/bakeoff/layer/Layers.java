package bakeoff.layer;

import bakeoff.initializer.Initializer;
import org.jspecify.annotations.Nullable;

/** Layers with the arguments that most tests give, the others at their defaults. */
public final class Layers {

  private Layers() {}

  public static Conv2d conv2d(
      int filters,
      Size kernelSize,
      Size strides,
      Padding padding,
      boolean useBias,
      ActivationFunction activation,
      @Nullable Initializer initializer) {
    return new Conv2d(
        filters,
        kernelSize,
        strides,
        padding,
        1,
        Size.square(1),
        useBias,
        activation,
        initializer,
        true);
  }

  public static Dense dense(
      Units units,
      boolean useBias,
      ActivationFunction activation,
      @Nullable Initializer initializer) {
    return new Dense(units, useBias, activation, initializer, true);
  }
}
