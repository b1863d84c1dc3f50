package bakeoff.yaml;

import static bakeoff.yaml.Read.GOOD;
import static bakeoff.yaml.Read.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one writes by the habit of another tool: what it is called here, or what it means here. */
class HabitsTest {

  private static final Map<String, String> PLACES =
      Map.of(
          "layer", GOOD.replace("- flatten", "- HERE: {}\n    - flatten"),
          "augmentation", GOOD + "augmentation: [HERE: {}]\n",
          "optimizer", GOOD.replace("sgd: {momentum: 0.9}", "HERE: {}"),
          "schedule", GOOD.replace("0.001", "{HERE: {}}"),
          "loss", GOOD.replace("batch_size: 4", "batch_size: 4\n  loss: HERE"),
          "initializer", GOOD.replace("model:\n", "model:\n  initializer: HERE\n"),
          "data set", GOOD.replace("cifar10", "HERE"));

  @TempDir private Path folder = Path.of("");

  private String mistakes(String yaml) {
    Read read = new Read(folder);
    read.write("x.yaml", yaml);
    return read.mistakes("x.yaml");
  }

  /** Names of PyTorch, torchvision, Keras and timm. */
  @ParameterizedTest
  @CsvSource({
    "layer, Conv2d, conv2d",
    "layer, Conv2D, conv2d",
    "layer, SeparableConv2D, separable_conv2d",
    "layer, DepthwiseConv2D, depthwise_conv2d",
    "layer, MaxPool2d, max_pool2d",
    "layer, MaxPooling2D, max_pool2d",
    "layer, AvgPool2d, avg_pool2d",
    "layer, AveragePooling2D, avg_pool2d",
    "layer, AdaptiveAvgPool2d, adaptive_avg_pool2d",
    "layer, AdaptiveMaxPool2d, adaptive_max_pool2d",
    "layer, GlobalAveragePooling2D, global_avg_pool2d",
    "layer, GlobalMaxPooling2D, global_max_pool2d",
    "layer, Flatten, flatten",
    "layer, Linear, dense",
    "layer, Dense, dense",
    "layer, Dropout, dropout",
    "layer, Dropout2d, spatial_dropout2d",
    "layer, SpatialDropout2D, spatial_dropout2d",
    "layer, DropPath, stochastic_depth",
    "layer, StochasticDepth, stochastic_depth",
    "layer, BatchNorm2d, batch_norm",
    "layer, BatchNormalization, batch_norm",
    "layer, LayerNorm, layer_norm",
    "layer, LayerNormalization, layer_norm",
    "layer, GroupNorm, group_norm",
    "layer, GroupNormalization, group_norm",
    "layer, ReLU, activation: relu",
    "layer, ReLU6, activation: relu6",
    "layer, LeakyReLU, activation: leaky_relu",
    "layer, GELU, activation: gelu",
    "layer, SiLU, activation: silu",
    "layer, Swish, activation: silu",
    "layer, Hardswish, activation: hard_swish",
    "layer, Tanh, activation: tanh",
    "layer, Sigmoid, activation: sigmoid",
    "layer, Softmax, activation: softmax",
    "layer, Activation, activation",
    "layer, ZeroPad2d, zero_padding2d",
    "layer, ZeroPadding2D, zero_padding2d",
    "layer, Upsample, up_sampling2d",
    "layer, UpSampling2D, up_sampling2d",
    "layer, Sequential, sequential",
    "layer, SqueezeExcite, squeeze_excitation",
    "layer, Concatenate, parallel",
    "augmentation, RandomHorizontalFlip, random_horizontal_flip",
    "augmentation, RandomFlip, random_horizontal_flip",
    "augmentation, RandomVerticalFlip, random_vertical_flip",
    "augmentation, RandomRotation, random_rotation",
    "augmentation, RandomCrop, random_crop",
    "augmentation, RandomResizedCrop, random_resized_crop",
    "augmentation, RandomAffine, random_affine",
    "augmentation, ColorJitter, color_jitter",
    "augmentation, RandomGrayscale, random_grayscale",
    "augmentation, Grayscale, random_grayscale",
    "augmentation, GaussianBlur, gaussian_blur",
    "augmentation, GaussianNoise, gaussian_noise",
    "augmentation, RandomErasing, random_erasing",
    "augmentation, Cutout, cutout",
    "augmentation, MixUp, mixup",
    "augmentation, CutMix, cutmix",
    "augmentation, TrivialAugmentWide, trivial_augment_wide",
    "augmentation, RandAugment, rand_augment",
    "optimizer, SGD, sgd",
    "optimizer, Adam, adam",
    "optimizer, AdamW, adamw",
    "optimizer, RMSprop, rmsprop",
    "optimizer, RMSProp, rmsprop",
    "schedule, CosineAnnealingLR, cosine",
    "schedule, CosineDecay, cosine",
    "schedule, LinearLR, linear",
    "schedule, ExponentialLR, exponential",
    "schedule, ExponentialDecay, exponential",
    "schedule, PolynomialLR, polynomial",
    "schedule, PolynomialDecay, polynomial",
    "schedule, ConstantLR, constant",
    "schedule, OneCycleLR, one_cycle",
    "schedule, StepLR, a phase",
    "schedule, MultiStepLR, a phase",
    "schedule, WarmUp, a phase",
    "loss, CrossEntropyLoss, cross_entropy",
    "loss, CategoricalCrossentropy, cross_entropy",
    "loss, SparseCategoricalCrossentropy, cross_entropy",
    "loss, MSELoss, mean_squared_error",
    "loss, MeanSquaredError, mean_squared_error",
    "initializer, KaimingUniform, kaiming_uniform",
    "initializer, he_uniform, kaiming_uniform",
    "initializer, HeNormal, kaiming_normal",
    "initializer, xavier_uniform, glorot_uniform",
    "initializer, GlorotNormal, glorot_normal",
    "initializer, LecunNormal, lecun_normal",
    "initializer, Orthogonal, orthogonal",
    "initializer, Dirac, dirac",
    "data set, CIFAR10, cifar10",
    "data set, CIFAR100, cifar100",
    "data set, MNIST, mnist",
    "data set, FashionMNIST, fashion_mnist",
    "data set, ImageFolder, image_folder",
  })
  void aForeignNameIsToldWhatItIsCalledHere(String place, String foreign, String own) {
    String told = mistakes(PLACES.getOrDefault(place, "").replace("HERE", foreign));
    String hint = told.lines().skip(1).findFirst().orElse("");
    assertTrue(told.contains("unknown " + place + " `" + foreign + "`"), told);
    assertTrue(hint.contains("`" + own + "`") || hint.contains(own + " for each"), told);
  }

  /** Keras's 0.99 means here what it means there, and PyTorch's 0.1 does not. */
  @Test
  void batchNormsMomentumIsTheShareKept() {
    assertEquals("", mistakes(with("- flatten", "- batch_norm: {momentum: 0.99}\n    - flatten")));
    String told =
        mistakes(
            with(
                "- flatten",
                "- repeat: {times: 2, layers: [batch_norm: {momentum: 0.1}]}\n    - flatten"));
    assertTrue(told.startsWith("6:58: `batch_norm.momentum` is the share"), told);
    assertTrue(told.contains("PyTorch's momentum is the share that is new"), told);
  }

  /** With its name, as a layer of its own, and wherever the last layer is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dense: classes\n    - activation: softmax",
        "dense: {units: classes, activation: softmax}",
        "sequential: [{dense: classes}, {activation: softmax}]",
        "dense: classes\n    - repeat: {times: 1, layers: [activation: softmax]}"
      })
  void softmaxBeforeCrossEntropy(String last) {
    String told = mistakes(with("dense: classes", last));
    assertTrue(told.contains("softmax in the last layer: the loss, cross-entropy, applies"), told);
  }

  @Test
  void softmaxIsForOtherLosses() {
    assertEquals(
        "",
        mistakes(
            with("dense: classes", "dense: {units: classes, activation: softmax}")
                .replace("batch_size: 4", "batch_size: 4\n  loss: mean_squared_error")));
  }

  /** Whether a rate suits a batch size is for experiments to find out. */
  @ParameterizedTest
  @ValueSource(strings = {"0.1", "1e-6", "10"})
  void noRateIsTooHighForABatchSize(String rate) {
    assertEquals("", mistakes(with("0.001", rate)));
  }

  /** YAML 1.1 reads these in ways that 1.2, and people, do not. */
  @ParameterizedTest
  @CsvSource({
    "batch_size: 4, batch_size: 0x10",
    "batch_size: 4, batch_size: 0o17",
    "batch_size: 4, batch_size: 017",
    "batch_size: 4, batch_size: 0b11",
    "batch_size: 4, batch_size: 1:30",
    "batch_size: 4, batch_size: 4_",
    "batch_size: 4, batch_size: _4",
    "batch_size: 4, batch_size: 4__0",
    "batch_size: 4, batch_size: 12e03x",
    "max_pool2d: 2, max_pool2d: 1/2",
  })
  void numbersThatAreReadInSeveralWaysAreRefused(String text, String other) {
    assertTrue(mistakes(with(text, other)).contains("has to be"), other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "on", "Yes", "TRUE", "True", "1"})
  void onlyTrueIsTrue(String word) {
    String told = mistakes(with("kernel_size: 5", "kernel_size: 5, use_bias: " + word));
    assertTrue(told.contains("has to be true or false\n    write `true`"), told);
  }
}
