package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.dataset.Dataset;
import bakeoff.dataset.Shapes;
import bakeoff.dataset.Split;
import bakeoff.result.StableJson;
import bakeoff.spec.Trial;
import bakeoff.train.Checkpoints;
import bakeoff.train.Device;
import bakeoff.train.Evaluation;
import bakeoff.train.Listener;
import bakeoff.train.SafeTensors;
import bakeoff.train.Stopped;
import bakeoff.train.Trained;
import bakeoff.train.Trainer;
import bakeoff.train.Trials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that is stopped again and again ends with the bytes of one that is not. */
class ExactResumeTest {

  @TempDir private Path folder;

  private static final Dataset WHOLE = new Shapes().open(Path.of("none"));
  private static final Dataset DATA = subset(WHOLE, 60, 30);

  private static Dataset subset(Dataset whole, int train, int test) {
    return new Dataset(new First(train, whole.train()), new First(test, whole.test()));
  }

  /** With some images for validation, if the trial asks for it. */
  private static Dataset data(Trial trial) {
    return trial.experiment().validation() == null
        ? DATA
        : new Dataset(DATA.train(), DATA.test(), new First(40, WHOLE.test()));
  }

  /** The first images of a split. */
  private record First(int count, Split of) implements Split {

    @Override
    public int label(int image) {
      return of.label(image);
    }

    @Override
    public void read(int image, float[] pixels) {
      of.read(image, pixels);
    }
  }

  /** Eight steps an epoch, four epochs. */
  private static Trial trial(String optimizer) {
    return Trials.of(
        7,
        """
        dataset: shapes
        %s
        normalize: {mean: 0.5, std: 0.25}
        augmentation:
          train: [random_horizontal_flip, random_rotation: 20, random_crop: 2]
          test: [random_crop: 1]
        model:
          layers:
            - conv2d: {filters: 4, kernel_size: 3, strides: 2, use_bias: false}
            - batch_norm
            - activation: relu
            - residual:
                - depthwise_conv2d: {kernel_size: 3, padding: same}
                - batch_norm
                - stochastic_depth: 0.3
            - max_pool2d: 2
            - spatial_dropout2d: 0.2
            - dropout: 0.2
            - flatten
            - dense: {units: 16, activation: relu}
            - dropout: 0.5
            - dense: classes
        training:
          batch_size: 8
          optimizer: %s
          phases:
            - {epochs: 2, learning_rate: {cosine: {from: 0.05}}}
            - {epochs: 2, learning_rate: 0.01}
        """
            .formatted(optimizer.contains("best_epoch") ? "validation: 0.1" : "", optimizer));
  }

  /** What a training leaves: weights and optimizer state, rows, answers. */
  private record Left(byte[] state, byte[] rows, int[] predicted, @Nullable Integer chosen) {}

  private Left train(Trial trial, Listener listener) {
    try (TfModel model = new TfModel(trial.experiment(), trial.seed(), 1, Device.CPU)) {
      Checkpoints checkpoints = new Checkpoints(folder, trial.key(), "here", 1e6);
      Trained trained = new Trainer(trial, data(trial), model, checkpoints, listener).train();
      ByteArrayOutputStream state = new ByteArrayOutputStream();
      for (ByteBuffer part : SafeTensors.write(model.state(), Map.of())) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        state.writeBytes(bytes);
      }
      Evaluation test = trained.test();
      assertNotNull(test);
      byte[] rows = StableJson.write(trained.epochs());
      return new Left(state.toByteArray(), rows, test.predicted(), trained.chosenEpoch());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{sgd: {momentum: 0.9}}",
        "adam",
        """
        {adamw: {weight_decay: 0.1}}
          accumulate: 2
          clip_norm: 1
          parameter_groups: [{weights: ['*/bias'], weight_decay: 0}]\
        """,
        """
        {rmsprop: {momentum: 0.5, centered: true, epsilon: 0.1}}
          drop_last: true
          ema: 0.9
          lookahead: {every: 3}
          test_time_augmentation: mirror_translate
          loss: {cross_entropy: {label_smoothing: 0.1}}\
        """,
        """
        {sgd: {momentum: 0.9}}
          ema: 0.8
          lookahead: {every: 3}
          best_epoch: accuracy
          early_stopping: {patience: 2, monitor: accuracy}\
        """,
        """
        {sgd: {momentum: 0.9}}
          lookahead: {every: 3}
          best_epoch: loss\
        """
      })
  void whereverItStops(String optimizer) throws IOException {
    Trial trial = trial(optimizer);
    Left whole = train(trial, Listener.patient());
    Random steps = new Random(4);
    for (int round = 0; round < 2; round++) {
      int stops = 0;
      Left resumed = null;
      while (resumed == null) {
        try {
          resumed = train(trial, Listener.stopsAfter(1 + steps.nextInt(11)));
        } catch (Stopped e) {
          stops++;
        }
      }
      assertTrue(stops > 0);
      assertArrayEquals(whole.state(), resumed.state());
      assertArrayEquals(whole.rows(), resumed.rows());
      assertArrayEquals(whole.predicted(), resumed.predicted());
      assertEquals(whole.chosen(), resumed.chosen());
      new Checkpoints(folder, trial.key(), "here", 1e6).delete();
    }
  }

  @Test
  void anotherSeedEndsElsewhere() {
    Trial trial = trial("adam");
    Trial other = new Trial(trial.file(), 8);
    byte[] state = train(trial, Listener.patient()).state();
    assertFalse(Arrays.equals(state, train(other, Listener.patient()).state()));
  }
}
