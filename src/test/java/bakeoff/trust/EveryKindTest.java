package bakeoff.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.augment.Augmentation;
import bakeoff.cli.Call;
import bakeoff.initializer.Initializer;
import bakeoff.layer.ActivationFunction;
import bakeoff.layer.Layer;
import bakeoff.loss.Loss;
import bakeoff.optimizer.Optimizer;
import bakeoff.schedule.Schedule;
import bakeoff.spec.TestViews;
import bakeoff.yaml.ExperimentReader;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A few nets that hold every kind there is give the same weights, predictions and results, bit for
 * bit: in another process, in one after other trials, alone, and beside others.
 */
@Timeout(600)
class EveryKindTest {

  private static final Map<String, String> NETS = nets();

  @TempDir private Path folder = Path.of("");
  private Bench first = new Bench(folder);

  private static Map<String, String> nets() {
    Map<String, String> nets = new LinkedHashMap<>();
    nets.put(
        "convolutions",
        """
        dataset: shapes
        subset: 0.05
        normalize: {mean: 0.5, std: 0.25}
        augmentation:
          train:
            - random_horizontal_flip
            - random_vertical_flip
            - random_rotation: {degrees: 20, interpolation: bilinear}
            - random_crop: 2
            - color_jitter: {brightness: 0.4, contrast: 0.4, saturation: 0.4, hue: 0.1}
            - random_grayscale
            - mixup
          test: [random_crop: 1]
        model:
          initializer: kaiming_uniform
          layers:
            - conv2d: {filters: 8, kernel_size: 3, strides: 2, activation: relu}
            - depthwise_conv2d: {kernel_size: 3, padding: same, activation: gelu}
            - separable_conv2d: {filters: 8, kernel_size: 3, initializer: glorot_normal}
            - batch_norm
            - activation: elu
            - squeeze_excitation: {reduction: 2, activation: silu, gate: sigmoid}
            - spatial_dropout2d: 0.2
            - max_pool2d: 2
            - adaptive_avg_pool2d: 3
            - flatten
            - dense: {units: 32, activation: tanh, initializer: orthogonal}
            - dropout: 0.4
            - dense: classes
        training:
          batch_size: 16
          optimizer: {sgd: {momentum: 0.9, nesterov: true}}
          ema: 0.9
          test_time_augmentation: mirror
          phases:
            - {epochs: 1, learning_rate: {one_cycle: 0.1}}
            - {steps: 9, learning_rate: {cosine: {from: 0.05}}}
        """);
    nets.put(
        "composites",
        """
        dataset: shapes
        subset: 0.05
        augmentation:
          - alternating_flip
          - random_affine: {degrees: 10, translate: [0.1, 0.1], scale: [0.9, 1.1], shear: 5}
          - random_resized_crop: {scale: [0.5, 1]}
          - gaussian_blur: 3
          - gaussian_noise
          - random_erasing
          - cutmix
        model:
          initializer: lecun_normal
          layers:
            - conv2d: {filters: 8, kernel_size: 2, strides: 2, initializer: whitening, trainable: false}
            - group_norm: 4
            - zero_padding2d: 1
            - residual: [conv2d: {filters: 8, kernel_size: 3, padding: same, initializer: dirac}, stochastic_depth: 0.2]
            - parallel:
                - [conv2d: {filters: 4, kernel_size: 1, initializer: glorot_uniform, activation: leaky_relu}]
                - [avg_pool2d: {pool_size: 3, strides: 1, padding: same}]
            - repeat: {times: 2, layers: [sequential: [layer_norm, activation: hard_swish]]}
            - pad_channels: 16
            - adaptive_max_pool2d: 4
            - up_sampling2d: 2
            - scale: {factor: 0.5, learned: true}
            - parallel: [[global_max_pool2d], [global_avg_pool2d]]
            - dense: {units: 16, activation: gelu_tanh, initializer: lecun_uniform}
            - dense: classes
        training:
          batch_size: 16
          accumulate: 2
          loss: mean_squared_error
          optimizer: {adamw: {weight_decay: 0.1}}
          clip_norm: 1
          lookahead: {every: 3}
          test_time_augmentation: mirror_translate
          threads: 2
          phases:
            - {epochs: 1, learning_rate: {linear: {from: 0.0001, to: 0.01}}}
            - {epochs: 1, learning_rate: {exponential: {from: 0.01, to: 0.001}}, freeze: ['5*']}
        """);
    nets.put(
        "rows",
        """
        dataset: shapes
        subset: 0.1
        augmentation: [trivial_augment_wide, rand_augment, cutout: 8]
        model:
          layers:
            - max_pool2d: 4
            - flatten
            - dense: {units: 32, activation: relu6, initializer: kaiming_normal}
            - dense: {units: 32, activation: sigmoid, initializer: zeros}
            - dense: {units: 32, activation: softmax, initializer: ones}
            - dense: {units: classes, initializer: {constant: 0.1}}
        training:
          batch_size: 32
          drop_last: true
          loss: {cross_entropy: {label_smoothing: 0.1}}
          optimizer: {rmsprop: {momentum: 0.5, centered: true, epsilon: 0.1}}
          parameter_groups: [{weights: ['*/bias'], weight_decay: 0}]
          threads: 2
          phases:
            - {epochs: 1.5, learning_rate: {polynomial: {from: 0.01, power: 2}}}
            - {epochs: 1, learning_rate: 0.001}
        """);
    nets.put(
        "adam",
        """
        dataset: shapes
        subset: {classes: [circle, ring, star], fraction: 0.2}
        model: {initializer: torch_default, layers: [max_pool2d: 4, flatten, dense: 64, dense: classes]}
        validation: 0.2
        training:
          batch_size: 10
          optimizer: adam
          early_stopping: {patience: 3}
          best_epoch: loss
          phases: [{epochs: 3, learning_rate: {reduce_on_plateau: {from: 0.1, patience: 1}}}]
        metrics: {top_k: 2}
        """);
    return nets;
  }

  @BeforeEach
  void write() throws IOException {
    first = new Bench(folder.resolve("first"));
    for (Map.Entry<String, String> net : NETS.entrySet()) {
      first.write(net.getKey(), net.getValue());
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Layer.class,
        Augmentation.class,
        Optimizer.class,
        Schedule.class,
        Initializer.class,
        Loss.class
      })
  void noKindIsLeftOut(Class<?> sealed) {
    Set<Class<?>> kinds = new HashSet<>();
    seen().stream().map(Object::getClass).filter(sealed::isAssignableFrom).forEach(kinds::add);
    assertEquals(Set.of(sealed.getPermittedSubclasses()), kinds);
  }

  @Test
  void norAnActivationNorAView() {
    Set<Object> seen = seen();
    assertTrue(seen.containsAll(List.of(ActivationFunction.values())), seen.toString());
    assertTrue(seen.containsAll(List.of(TestViews.values())), seen.toString());
  }

  private static Set<Object> seen() {
    Set<Object> seen = new HashSet<>();
    NETS.values().forEach(text -> look(ExperimentReader.parse(text), seen));
    return seen;
  }

  /** Everything in a record, and in the records in it. */
  private static void look(Object part, Set<Object> seen) {
    if (part instanceof List<?> list) {
      list.forEach(member -> look(member, seen));
    } else if (part instanceof Enum<?>) {
      seen.add(part);
    } else if (part instanceof Record) {
      seen.add(part);
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        try {
          component.getAccessor().setAccessible(true);
          Object inner = component.getAccessor().invoke(part);
          if (inner != null) {
            look(inner, seen);
          }
        } catch (ReflectiveOperationException e) {
          throw new LinkageError(e.getMessage(), e);
        }
      }
    }
  }

  @Test
  void sameBitsAloneBesideOthersAndWhateverTheJobs() throws IOException {
    good(first.run("--jobs", 1)); // one process a number of threads, one trial after the other
    Map<String, byte[]> expected = first.trained();
    assertEquals(3 * NETS.size(), expected.size());

    Bench two = first.beside("two");
    good(two.run("--jobs", 2));
    Bench.assertSame(expected, two.trained());

    Bench alone = first.beside("alone");
    for (String name : NETS.keySet()) {
      good(alone.run("--jobs", 1, "--only", name));
    }
    Bench.assertSame(expected, alone.trained());
  }

  private static void good(Call call) {
    // With --only, the others have not run yet, which the report says and the exit code does not.
    assertEquals(0, call.status(), call.err());
  }
}
