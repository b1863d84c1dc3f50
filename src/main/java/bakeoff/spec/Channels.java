package bakeoff.spec;

import bakeoff.schema.Doc;
import bakeoff.schema.Length;
import bakeoff.schema.Shorthand;
import bakeoff.schema.Written;
import java.util.List;

/** A number for each channel of an image, or one for all. */
public record Channels(List<Double> values) implements Written {

  public Channels {
    values = List.copyOf(values);
  }

  @Shorthand
  @Doc("One for all channels.")
  public static Channels all(double value) {
    return new Channels(List.of(value));
  }

  @Shorthand
  @Doc("One for each channel.")
  public static Channels of(@Length(min = 1) List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a number for each channel");
    }
    return new Channels(values);
  }

  public double get(int channel) {
    return values.size() == 1 ? values.get(0) : values.get(channel);
  }

  @Override
  public Object written() {
    return values.size() == 1 ? values.get(0) : values;
  }
}
