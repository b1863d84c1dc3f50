package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.train.Array;
import bakeoff.train.Batch;
import bakeoff.train.Device;
import bakeoff.train.Score;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** At which place the outputs have an image's own class, where they are the biases alone. */
class RanksTest {

  private static int[] ranks(float... biases) {
    try (TfModel model =
        new TfModel(Trainings.of("[flatten, dense: classes]", "sgd"), 1, 1, Device.CPU)) {
      Map<String, Array> state = new HashMap<>(model.state());
      state.replaceAll((name, array) -> new Array(array.shape(), array.numbers().clone()));
      state.put("1.dense/kernel", new Array(List.of(3072, 10), new float[30_720]));
      state.put("1.dense/bias", new Array(List.of(10), biases));
      model.restore(state);
      Batch batch = Trainings.noise(5, 0); // classes 0, 3, 6, 9, 2
      Score score = model.score(batch);
      assertEquals(0, model.step(batch, 0.1, 0).ranks().length);
      return score.ranks();
    }
  }

  @Test
  void theLargestOutputIsAtPlaceZero() {
    assertArrayEquals(new int[] {9, 6, 3, 0, 7}, ranks(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    assertArrayEquals(new int[] {2, 0, 9, 1, 4}, ranks(7, 1, 5, 9, 2, 6, 0, 3, 4, 8));
  }

  /** So that the first of them is the class predicted. */
  @Test
  void ofEqualOutputsTheFirstClassComesFirst() {
    assertArrayEquals(new int[] {0, 3, 6, 9, 2}, ranks(1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
    assertArrayEquals(new int[] {6, 1, 8, 5, 7}, ranks(1, 2, 1, 2, 2, 2, 1, 1, 2, 2));
  }
}
