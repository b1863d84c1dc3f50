package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.train.Array;
import bakeoff.train.Batch;
import bakeoff.train.Device;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Views of an image against views made by hand. The outputs are linear in the pixels, so that the
 * mean squared error of their mean follows from plain sums.
 */
class ViewsTest {

  private static final int SIDE = 32;
  private static final int CHANNELS = 3;
  private static final String LAYERS = "- flatten\n- dense: classes\n";

  private interface Pixel {

    /** The number at a place of a view, of the image it is of. */
    double at(Batch batch, int row, int column, int channel);
  }

  private static double pixel(Batch batch, int row, int column, int channel) {
    int y = reflected(row);
    int x = reflected(column);
    return batch.images()[(y * SIDE + x) * CHANNELS + channel];
  }

  /** Beyond an edge, the pixel as far inside; the edge itself is not repeated. */
  private static int reflected(int place) {
    return place < 0 ? -place : place >= SIDE ? 2 * (SIDE - 1) - place : place;
  }

  private static double shifted(Batch batch, int row, int column, int channel, int by) {
    double plain = pixel(batch, row + by, column + by, channel);
    return (plain + pixel(batch, row + by, SIDE - 1 - column + by, channel)) / 2;
  }

  @Test
  void one() {
    agrees("none", ViewsTest::pixel);
  }

  @Test
  void mirrored() {
    agrees("mirror", (batch, row, column, channel) -> shifted(batch, row, column, channel, 0));
  }

  @Test
  void mirroredAndTranslated() {
    agrees(
        "mirror_translate",
        (batch, row, column, channel) ->
            shifted(batch, row, column, channel, 0) / 2
                + shifted(batch, row, column, channel, -1) / 4
                + shifted(batch, row, column, channel, 1) / 4);
  }

  private static void agrees(String views, Pixel pixel) {
    String training =
        "{loss: mean_squared_error, optimizer: sgd, test_time_augmentation: " + views + "}";
    try (TfModel model = new TfModel(Trainings.with(LAYERS, training), 3, 1, Device.CPU)) {
      Batch batch = Trainings.noise(1, 0);
      double loss = loss(outputs(model.state(), batch, pixel), batch);
      assertEquals(loss, model.lastScore(batch).loss(), 1e-4 * loss);
      double alone = loss(outputs(model.state(), batch, ViewsTest::pixel), batch);
      assertEquals(alone, model.score(batch).loss(), 1e-4 * alone);
    }
  }

  private static double loss(double[] outputs, Batch batch) {
    double loss = 0;
    for (int c = 0; c < outputs.length; c++) {
      loss += (outputs[c] - batch.targets()[c]) * (outputs[c] - batch.targets()[c]) / 10;
    }
    return loss;
  }

  private static double[] outputs(Map<String, Array> state, Batch batch, Pixel pixel) {
    Array none = new Array(java.util.List.of(0), new float[0]);
    float[] matrix = state.getOrDefault("1.dense/kernel", none).numbers();
    float[] bias = state.getOrDefault("1.dense/bias", none).numbers();
    double[] outputs = new double[10];
    for (int c = 0; c < 10; c++) {
      outputs[c] = bias[c];
      for (int place = 0; place < SIDE * SIDE * CHANNELS; place++) {
        int row = place / (SIDE * CHANNELS);
        int column = place / CHANNELS % SIDE;
        outputs[c] += pixel.at(batch, row, column, place % CHANNELS) * matrix[place * 10 + c];
      }
    }
    return outputs;
  }
}
