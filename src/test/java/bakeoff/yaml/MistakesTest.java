package bakeoff.yaml;

import static bakeoff.yaml.Read.GOOD;
import static bakeoff.yaml.Read.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.dataset.DataPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of a file with a mistake: where, what was given, what is allowed, a way out. */
class MistakesTest {

  @TempDir private Path folder = Path.of("");

  /** A line of what is expected may end in … where the rest does not matter. */
  private void tells(String yaml, String expected) {
    Read read = new Read(folder);
    read.write("x.yaml", yaml);
    List<String> told = read.mistakes("x.yaml").lines().map(String::strip).toList();
    List<String> wanted = expected.lines().map(String::strip).toList();
    assertEquals(wanted.size(), told.size(), told::toString);
    for (int i = 0; i < wanted.size(); i++) {
      String line = wanted.get(i);
      if (line.endsWith("…")) {
        String beginning = line.substring(0, line.length() - 1);
        assertTrue(told.get(i).startsWith(beginning), told.get(i));
      } else {
        assertEquals(line, told.get(i));
      }
    }
  }

  /** A text of the good file, another for it, and what is then told. */
  private static Arguments of(String text, String other, String told) {
    return Arguments.of(text, other, told);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        of(
            "batch_size: 4",
            "batch_size: 1.7",
            "9:15: `training.batch_size` is `1.7`, but has to be a whole number, 1 to"
                + " 65,536\nnothing is rounded here"),
        of(
            "epochs: 2",
            "epochs: '2'",
            "12:16: `training.phases.0.epochs` is `\"2\"`, but has to be a number…\nremove the"
                + " quotes"),
        of(
            "batch_size: 4",
            "batch_size: 010",
            "9:15: `training.batch_size` is `010`…\nwrite it without the 0 in front"),
        of(
            "epochs: 2",
            "epochs: 010",
            "12:16: `training.phases.0.epochs` is `010`…\nwrite it without the 0 in front"),
        of("epochs: 2", "epochs: 0", "12:16: `training.phases.0.epochs` is `0`, but has to be…"),
        of("epochs: 2", "epochs: -1", "12:16: `training.phases.0.epochs` is `-1`…"),
        of("epochs: 2", "epochs: 1:30", "12:16: `training.phases.0.epochs` is `1:30`…"),
        of(
            "epochs: 2",
            "epochs: 99999999999",
            "12:16: `training.phases.0.epochs` is `99999999999`…"),
        of("epochs: 2", "epochs: 1e99999999", "12:16: `training.phases.0.epochs` is `1e99999999`…"),
        of("epochs: 2", "epochs: true", "12:16: `training.phases.0.epochs` is `true`…"),
        of("epochs: 2", "epochs: [2]", "12:16: `training.phases.0.epochs` is a list of 1…"),
        of("epochs: 2", "epochs: {a: 2}", "12:16: `training.phases.0.epochs` is a map…"),
        of(
            "epochs: 2",
            "epochs:",
            "12:7: `training.phases.0.epochs` is missing\nfor example `epochs: 22`, or `steps:"
                + " 10000`"),
        of(
            "epochs: 2",
            "epochs: 2, steps: 100",
            "12:26: `training.phases.0` has `epochs` and `steps`\na phase lasts one or the other"),
        of(
            "epochs: 2",
            "epochs: 2, freeze: ['9.*']",
            "12:27: `training.phases.0.freeze` fits none of the network's weights\nthey are…"),
        of(
            "  phases:",
            "  parameter_groups: [{layers: [batchnorm]}]\n  phases:",
            "11:31: `parameter_groups` has an unknown kind of layer, `batchnorm`\ndid you mean"
                + " `batch_norm`?"),
        of(
            "  phases:",
            "  parameter_groups: [{layers: [batch_norm]}]\n  phases:",
            "11:22: a member of `training.parameter_groups` fits none of the network's"
                + " weights\nthey are…"),
        of(
            "filters: 6, kernel_size: 5",
            "filters: 7, kernel_size: 5, initializer: whitening",
            "4:25: `whitening` gives an even number of filters, at most 150 for patches of 75"
                + " numbers\nlet `filters` be 150"),
        of(
            "- dense: classes",
            "- dense: {units: classes, initializer: whitening}",
            "7:7: `whitening` is for a `conv2d` that is the first layer\nit follows from patches of"
                + " the training images"),
        of(
            "{sgd: {momentum: 0.9}}",
            "{sgd: {momentum: 0.9, dampening: 0.1, nesterov: true}}",
            "10:47: `nesterov` goes without `dampening`\nremove one of them"),
        of(
            "0.001",
            "-0.001",
            "12:34: `training.phases.0.learning_rate` is `-0.001`, but has to be a number, above 0"),
        of("0.001", "0", "12:34: `training.phases.0.learning_rate` is `0`, but has to be…"),
        of(
            "0.001",
            ".nan",
            "12:34: `training.phases.0.learning_rate` is `.nan`, but has to be a number, above 0"),
        of("0.001", "-.inf", "12:34: `training.phases.0.learning_rate` is `-.inf`, but has to be…"),
        of("0.001", "1e999", "12:34: `training.phases.0.learning_rate` is `1e999`, but has to be…"),
        of("0.001", "1/0", "12:34: `training.phases.0.learning_rate` is `1/0`, but has to be…"),
        of(
            "0.001",
            "\"1e-3\"",
            "12:34: `training.phases.0.learning_rate` is `\"1e-3\"`…\nremove the quotes"),
        of(
            "0.9",
            "1",
            "10:31: `sgd.momentum` is `1`, but has to be a number, at least 0 and below 1"),
        of(
            "kernel_size: 5",
            "kernel_size: 5, use_bias: yes",
            "4:54: `conv2d.use_bias` is `yes`, but has to be true or false\nwrite `true`"),
        of(
            "kernel_size: 5",
            "kernel_size: [5, 5, 5]",
            "4:41: `conv2d.kernel_size` is a list of 3, but has to be [height, width], two whole"
                + " numbers"),
        of(
            "kernel_size: 5",
            "kernel_size: 5x5",
            "4:41: `conv2d.kernel_size` is `5x5`, but has to be a whole number, 1 to 65,536, or a"
                + " list of whole numbers"),
        of(
            "kernel_size: 5",
            "kernel_size: 5, padding: smae",
            "4:53: `conv2d.padding` is `smae`, but has to be a whole number, 0 to 4096, or one of"
                + " `valid`, `same`\ndid you mean `same`?"),
        of(
            "activation: relu",
            "activation: swish",
            "4:56: `conv2d.activation` is `swish`, but has to be one of `linear`, `relu`…\nhere it is"
                + " called `silu`"),
        of(
            "dense: classes",
            "dense: class",
            "7:14: `dense.units` is `class`, but has to be a whole number, at least 1, or"
                + " `classes`\ndid you mean `classes`?"),
        of("- flatten", "- flatten: 3", "6:16: `flatten` is `3`, but has to be left empty\nwrite…"),
        of(
            "dataset: cifar10",
            "dataset: [cifar10]",
            "1:10: `dataset` is a list of 1, but has to be one data set of `cifar10`, `cifar100`, `mnist`, `fashion_mnist`, `image_folder`, `npy`, `shapes`"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueThatIsNotAllowed(String text, String other, String told) {
    tells(with(text, other), told);
  }

  static Stream<Arguments> names() {
    return Stream.of(
        of(
            "training:",
            "trainig:",
            "8:1: unknown key `trainig`; an experiment has `description`, `dataset`,…\ndid you mean"
                + " `training`?"),
        of(
            "batch_size: 4",
            "batch_size: 4\n  batch_size: 8",
            "10:3: `batch_size` is given twice\n" + "first in line 9"),
        of(
            "dataset: cifar10",
            "dataset: CIFAR-10",
            "1:10: unknown data set `CIFAR-10`; there are"
                + " `cifar10`, `cifar100`, `mnist`, `fashion_mnist`, `image_folder`, `npy`, `shapes`\ndid you mean `cifar10`?"),
        of(
            "dataset: cifar10",
            "dataset: imagenet",
            "1:10: unknown data set `imagenet`; there are…"),
        of(
            "filters: 6",
            "out_channels: 6",
            "4:16: unknown key `out_channels`; `conv2d` has `filters`,…\nhere it is called"
                + " `filters`"),
        of(
            "filters: 6",
            "filters: 6, in_channels: 3",
            "4:28: unknown key `in_channels`; `conv2d` has…\nremove it: a layer takes what the one"
                + " before it gives"),
        of(
            "kernel_size: 5",
            "kernel_size: 5, stride: 2",
            "4:44: unknown key `stride`; `conv2d` has…\nhere it is called `strides`"),
        of(
            "dense: classes",
            "Linear: 10",
            "7:7: unknown layer `Linear`; there are…\nhere it is called" + " `dense`"),
        of(
            "max_pool2d: 2",
            "MaxPooling2D: 2",
            "5:7: unknown layer `MaxPooling2D`; there are…\nhere it" + " is called `max_pool2d`"),
        of("conv2d:", "Conv2D:", "4:7: unknown layer `Conv2D`; there are…\ndid you mean `conv2d`?"),
        of(
            "- flatten",
            "- flatten\n    - ReLU",
            "7:7: unknown layer `ReLU`; there are…\nwrite" + " `activation: relu`"),
        of(
            "learning_rate: 0.001",
            "lr: 0.001",
            "12:19: unknown key `lr`; `training.phases.0` has `epochs`, `steps`, `learning_rate`, `freeze`\nhere it is"
                + " called `learning_rate`"),
        of(
            "momentum: 0.9",
            "lr: 0.1",
            "10:21: unknown key `lr`; `sgd` has `momentum`, `nesterov`, `dampening`, `weight_decay`\nit belongs in"
                + " `training.phases.0.learning_rate`"),
        of(
            "batch_size: 4",
            "batch_size: 4\n  seed: 1",
            "10:3: unknown key `seed`; `training` has…\nit is `seeds`, at the top level"),
        of(
            "batch_size: 4",
            "batch_size: 4\n  steps: 100",
            "10:3: unknown key `steps`; `training` has…\nit belongs in `training.phases.0.steps`"),
        of(
            "batch_size: 4",
            "batch_size: 4\n  seeds: [1]",
            "10:3: unknown key `seeds`; `training` has…\nit belongs at the top level"),
        of(
            "sgd: {momentum: 0.9}",
            "name: sgd, momentum: 0.9",
            "10:14: `training.optimizer` has to be one optimizer, but there are `name`,"
                + " `momentum`\nwrite {sgd: {…}}"),
        of(
            "conv2d: {filters: 6, kernel_size: 5, activation: relu}",
            "conv2d:\n      filters: 6\n      kernel_size: 5",
            "4:7: `model.layers.0` has to be one layer, but there are `conv2d`, `filters`,"
                + " `kernel_size`\n`filters`, `kernel_size` belong in `conv2d`: indent further, or"
                + " write {conv2d: {…}}"),
        of(
            "learning_rate: 0.001",
            "learning_rate: {from: 0.1, to: 0}",
            "12:34: `training.phases.0.learning_rate` has to be one schedule, but there are `from`,"
                + " `to`\nwrite {linear: {…}} or {cosine: {…}} or {exponential: {…}} or {polynomial: {…}}"));
  }

  @Test
  void classesThatAreNot() {
    tells(
        GOOD + "subset: {classes: [cat, dgo]}\n",
        "13:19: `subset.classes` has `dgo`; there are `airplane`…\ndid you mean `dog`?");
    tells(
        GOOD + "subset: {classes: [cat]}\n",
        "13:19: `subset.classes` has one class\nthere is nothing to tell");
  }

  @Test
  void mixedTestImages() {
    tells(
        GOOD + "augmentation: {test: [mixup]}\n",
        "13:23: `mixup` is for training images alone\na test image is of one class");
  }

  @Test
  void sharesThatAreNone() {
    tells(
        GOOD + "augmentation: [{random_erasing: {scale: [2, 33]}}]\n",
        "13:41: `random_erasing.scale` is a share of the image's area, at most 1\nfor example…");
    tells(
        GOOD + "augmentation: {test: [{random_resized_crop: {scale: [8, 100]}}]}\n",
        "13:53: `random_resized_crop.scale` is a share of the image's area, at most 1\nfor…");
  }

  @Test
  void whatWouldHaveNoEffect() {
    tells(
        with("epochs: 2", "steps: 4").replace("batch_size: 4", "batch_size: 4\n  lookahead: {}"),
        "10:14: `lookahead.every` is 5, but the training has 4 steps\nthe slow weights, which…");
    tells(
        GOOD + "  parameter_groups: [{weight_decay: 0}, {layers: [conv2d], rate_factor: 2}]\n",
        "13:41: a member of `training.parameter_groups` fits only weights that an earlier one has\n"
            + "the first group that a weight fits is its own: put this one before it");
  }

  @Test
  void everyKindOfAGroupThatThereIsNot() {
    Read read = new Read(folder);
    read.write("x.yaml", GOOD + "  parameter_groups: [{layers: [Linear]}, {layers: [conv]}]\n");
    String told = read.mistakes("x.yaml");
    assertTrue(told.contains("`Linear`\n    here it is called `dense`"), told);
    assertTrue(told.contains("`conv`\n"), told);
  }

  @Test
  void dataOfOnesOwnThatIsMissing() {
    DataPlace.choose(Path.of("data"));
    tells(
        GOOD.replace("cifar10", "{image_folder: no-such-folder}"),
        "1:11: the folder data/no-such-folder of `image_folder` is missing\n`path` is in the…");
    tells(
        GOOD.replace("cifar10", "{npy: /somewhere}"),
        "1:11: `path` is /somewhere, but has to be in the data folder\nname the folder above…");
    DataPlace.choose(null);
  }

  @ParameterizedTest
  @MethodSource("names")
  void aNameThatIsNotOurs(String text, String other, String told) {
    tells(with(text, other), told);
  }

  static Stream<Arguments> syntax() {
    return Stream.of(
        of("  batch_size", "\tbatch_size", "9:1: a tab\nindent with spaces; YAML refuses tabs"),
        of("  batch_size", "    batch_size", "10:3: not indented like what stands before it\nthe…"),
        of("  optimizer", "    optimizer", "10:14: a `:` that has no place here\nhere or in the…"),
        of("batch_size: 4", "batch_size:4", "10:12: a `:` that has no place here\nhere or in…"),
        of("- flatten", "-flatten", "6:5: neither `key: value` nor `- member`\na space stands…"),
        of("0.9}}", "0.9}", "10:14: `{` without its `}`\nor a comma is missing in it"),
        of("cifar10", "\"cifar10", "1:10: a quote that is not closed"),
        of(
            "cifar10",
            "%x",
            "1:10: a value cannot begin with this character\nput the value in quotes"),
        of("cifar10", "cif\u0001ar", "1:13: a control character, U+0001\nremove it"),
        of("cifar10", "!!str cifar10", "1:10: a tag, tag:yaml.org,2002:str\ntags have no meaning…"),
        of("cifar10", "*x", "1:10: `*x` stands for nothing\n`&x` has to stand before it"),
        of("  batch_size: 4", "  <<: 4", "9:7: `<<` takes a map, or a list of maps"),
        of("dataset: cifar10", "? [a]\n: 3", "1:3: a key has to be a word, not a list or a map"),
        of("training:", "---\ntraining:", "9:1: a second document\na file holds one experiment"));
  }

  @ParameterizedTest
  @MethodSource("syntax")
  void whatIsNotYamlOrNotOurs(String text, String other, String told) {
    tells(with(text, other), told);
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        of(
            "kernel_size: 5",
            "kernel_size: 50",
            "4:7: kernel_size 50x50 is larger than the input, 32x32x3 (floor((32 + 2·0 - 50)/1) + 1 ="
                + " -17)\nuse a smaller kernel_size…\nshapes so far: 32x32x3"),
        of(
            "    - flatten\n",
            "",
            "6:7: dense takes a row of numbers, but its input is 14x14x6\nput `flatten` before it,"
                + " which makes 1176 numbers of 14x14x6\nshapes so far: 32x32x3, conv2d 28x28x6,"
                + " max_pool2d 14x14x6"),
        of(
            "dense: classes",
            "dense: 12",
            "7:7: the last layer gives 12, but there are 10 classes\nlet it be `dense: classes`"),
        of(
            "    - dense: classes\n",
            "",
            "6:7: the last layer gives 1176, but there are 10 classes\nlet `dense: classes` follow it"),
        of(
            "dense: classes",
            "dense: {units: classes, activation: softmax}",
            "7:43: softmax in the last layer: the loss, cross-entropy, applies it already\nremove…"),
        of(
            "dense: classes",
            "dense: 2_000_000_000\n    - dense: classes",
            "7:7: weights of 1176x2000000000, 2.35e+12 numbers, would take 9408.0 GB\nan array…\n"
                + "shapes so far: 32x32x3, conv2d 28x28x6, max_pool2d 14x14x6, flatten 1176"),
        of(
            "max_pool2d: 2",
            "residual: [batch_norm, {conv2d: {filters: 6, kernel_size: 40}}]",
            "5:31: kernel_size 40x40 is larger…\nuse a smaller…\n"
                + "shapes so far: 32x32x3, conv2d 28x28x6, batch_norm 28x28x6"),
        of(
            "max_pool2d: 2",
            "residual: [max_pool2d: 2]",
            "5:7: the body gives 14x14x6, but the input is 28x28x6: they cannot be added\nlet a"
                + " `shortcut` give 14x14x6…\nshapes so far: 32x32x3, conv2d 28x28x6, max_pool2d"
                + " 14x14x6"),
        of(
            "max_pool2d: 2",
            "repeat: {times: 2, layers: [parallel: [[], [max_pool2d: 2]]]}",
            "5:35: the first branch gives 28x28x6, but branch 2 gives 14x14x6\nonly their channels"
                + " may differ…\nshapes so far: 32x32x3, conv2d 28x28x6, 0 28x28x6, max_pool2d"
                + " 14x14x6"),
        of(
            "max_pool2d: 2",
            "residual: [batch_norm: {momentum: 0.1}]",
            "5:41: `batch_norm.momentum` is the share of the running figures that a step keeps, and"
                + " 0.1 keeps next to nothing\nPyTorch's momentum is the share that is new…"),
        of(
            "dense: classes",
            "sequential: [{dense: {units: classes, activation: softmax}}]",
            "7:57: softmax in the last layer…\nremove it…"),
        of(
            "kernel_size: 5",
            "kernel_size: 5, groups: 2",
            "4:7: 2 groups do not divide 3 channels into 6 filters\nlet `groups`…\nshapes so far:"
                + " 32x32x3"),
        of(
            "momentum: 0.9",
            "nesterov: true",
            "10:31: `nesterov` needs a `momentum` above 0\nfor example {sgd: {momentum: 0.9…"));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void partsThatDoNotFit(String text, String other, String told) {
    tells(with(text, other), told);
  }

  private static String nested(int times, String what) {
    return "[".repeat(times) + what + "]".repeat(times);
  }

  static Stream<Arguments> files() {
    String bomb = "a: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n";
    StringBuilder bombs = new StringBuilder(bomb);
    for (int i = 1; i < 30; i++) {
      bombs.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(10) + "]\n");
    }
    return Stream.of(
        Arguments.of("", "1:1: nothing in it\n`bakeoff init`…"),
        Arguments.of("# soon\n", "1:1: nothing in it\n`bakeoff init`…"),
        Arguments.of("- a\n", "1:1: an experiment is a map; this is a list\n`bakeoff init`…"),
        Arguments.of("cifar10\n", "1:1: an experiment is a map; this is a word\n`bakeoff init`…"),
        Arguments.of("dataset: cifar10\n", "1:1: `model` is missing\n1:1: `training` is missing"),
        Arguments.of(
            "dataset: shapes\nmodel: {layers: []}\ntraining:\n",
            "2:17: `model.layers` is an empty list, but has to be a list with a member\n"
                + "3:1: `training` has no value, and no default"),
        Arguments.of(bombs.toString(), "5:5: more than 50000 values (aliases counted as used)"),
        Arguments.of(
            "a: &a " + nested(30, "1") + "\nb: " + nested(20, "*a"),
            "2:24: lists and maps more than 40 deep"),
        Arguments.of("a: " + "[".repeat(5_000), "1:44: lists and maps more than 40 deep"),
        Arguments.of("a: " + "x".repeat(1 << 20), "1:1: larger than 1 MiB\nan experiment…"),
        Arguments.of(
            GOOD + "normalize: {mean: [0.5, 0.5], std: 0}\n",
            "13:19: `normalize.mean` has 2 numbers, but an image has 3 channels\ngive one…\n"
                + "13:36: `normalize.std` has to be above 0\npixels are divided by it"),
        Arguments.of(
            GOOD + "seeds: [1, x, -1, 2, 1]\n",
            "13:12: `seeds.1` is `x`…\n13:15: `seeds.2` is `-1`…\n"
                + "13:22: `seeds` has 1 twice\nit would be the same trial"),
        Arguments.of(
            GOOD + "seeds: 3\n",
            "13:8: `seeds` is `3`, but has to be a list of whole numbers\nwrite [a, b], or each…"),
        Arguments.of(
            GOOD + "augmentation:\n  - RandomRotation: 45\n  - random_crop\n",
            "14:5: unknown augmentation `RandomRotation`; there are…\ndid you mean"
                + " `random_rotation`?\n15:5: `random_crop.padding` is missing\nfor example…"),
        // A mistake hides no other, in whichever part it is.
        Arguments.of(
            with("kernel_size: 5", "kernel_size: 50").replace("epochs: 2", "epochs: 0") + "x: 1\n",
            "4:7: kernel_size 50x50 is larger…\nuse…\nshapes so far: 32x32x3\n"
                + "12:16: `training.phases.0.epochs` is `0`…\n13:1: unknown key `x`; an experiment…"),
        // Line ends and a byte order mark move no place.
        Arguments.of("\uFEFF" + GOOD.replace("\n", "\r\n") + "x: 1\r\n", "13:1: unknown key `x`;…"),
        Arguments.of(GOOD + "description: \"\ud83d\ude00\" \nx: 1\n", "14:1: unknown key `x`;…"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aWholeFile(String yaml, String told) {
    tells(yaml, told);
  }

  static Stream<Arguments> bases() {
    return Stream.of(
        Arguments.of("extends: nope.yaml\n", "1:10: `nope.yaml` is not there"),
        Arguments.of(
            "extends: gooood.yaml\nx: 1\n",
            "1:10: `gooood.yaml` is not there\ndid you mean `good.yaml`?\n2:1: unknown key `x`;…"),
        Arguments.of(
            "extends: good\n",
            "1:10: `extends` has to name a .yaml…\ndid you mean" + " `good.yaml`?"),
        Arguments.of(
            "extends: ../../a.yaml\n", "1:10: `extends` has to name a .yaml…\nfor example…"),
        Arguments.of("extends: /a.yaml\n", "1:10: `extends` has to name a .yaml…\nfor example…"),
        Arguments.of("extends:\n", "1:9: `extends` has to name a .yaml…\nfor example…"),
        Arguments.of("extends: [a.yaml]\n", "1:10: `extends` has to name a .yaml…\nfor example…"),
        Arguments.of(
            "extends: x.yaml\n", "1:10: extends itself: x.yaml -> x.yaml\nin 1:10 -> x.yaml"),
        Arguments.of(
            "extends: ring.yaml\n",
            "ring.yaml:1:10: extends itself: x.yaml -> ring.yaml -> x.yaml\nin 1:10 -> ring.yaml:1:10 ->"
                + " x.yaml"),
        // What is inherited is wrong where it stands.
        Arguments.of(
            "extends: bad.yaml\n",
            "bad.yaml:1:10: unknown data set `imagenet`;…\nbad.yaml:12:16: `training.phases.0.epochs`…"),
        Arguments.of(
            "extends: good.yaml\ntraining: {batch_size: null}\n",
            "2:12: `training.batch_size` has no value, and no default\nfor example…"));
  }

  @ParameterizedTest
  @MethodSource("bases")
  void aBase(String yaml, String told) {
    Read read = new Read(folder);
    read.write("good.yaml", GOOD);
    read.write("bad.yaml", with("cifar10", "imagenet").replace("epochs: 2", "epochs: 0"));
    read.write("ring.yaml", "extends: x.yaml\n");
    tells(yaml, told);
  }

  @Test
  void claimsAreOfExperimentsAndClassesThatThereAre() {
    new Read(folder).write("other.yaml", GOOD);
    new Read(folder).write("_base.yaml", GOOD);
    new Read(folder).write("grid.yaml", GOOD + "matrix: {training.batch_size: [4, 8]}\n");
    String claims =
        GOOD
            + """
            reference:
              claims:
                - better_than: othr
                - worse_than: x
                - no_better_than: other
                - hardest_classes: [cat, brid]
                - better_than: _base
                - better_than: grid
                - better_than: grid@batch_size=9
                - better_than: grid@batch_size=8
            """;
    int line = (int) GOOD.lines().count() + 3;
    tells(
        claims,
        line
            + ":20: there is no experiment `othr` in this folder\ndid you mean `other`?\n"
            + (line + 1)
            + ":19: `x` is this experiment itself\n"
            + (line + 3)
            + ":24: `hardest_classes` has `brid`; there are…\ndid you mean `bird`?\n"
            + (line + 4)
            + ":20: there is no experiment `_base` in this folder\n"
            + (line + 5)
            + ":20: `grid` is a grid, and no experiment itself\n"
            + "name one of it, as `grid@batch_size=4`\n"
            + (line + 6)
            + ":20: the grid of `grid` has no experiment `grid@batch_size=9`\n"
            + "did you mean `grid@batch_size=4`?");
  }

  @Test
  void aLineSeparatorIsQuotedAsASpace() {
    tells(
        with("activation: relu", "activation: \"r\u2028u\""),
        "4:56: `conv2d.activation` is `\"r u\"`…");
  }
}
