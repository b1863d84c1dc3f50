package bakeoff.yaml;

import static bakeoff.yaml.Read.GOOD;
import static bakeoff.yaml.Read.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import bakeoff.spec.ContentKey;
import bakeoff.spec.Experiment;
import bakeoff.spec.SpecChanges;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The validation part, what is chosen on it, and metrics: what is read, and what is refused. */
class ValidationChecksTest {

  private static final String HINT =
      "\nfor example `validation: 0.1` at the top level: choices are never made on test images";
  private static final String PLATEAU = with("0.001", "{reduce_on_plateau: 0.001}");

  @TempDir private Path folder;

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            with("  phases:", "  early_stopping: {patience: 3}\n  phases:"),
            "11:3: `training.early_stopping` needs a validation part" + HINT),
        Arguments.of(
            with("  phases:", "  best_epoch: loss\n  phases:"),
            "11:3: `training.best_epoch` needs a validation part" + HINT),
        Arguments.of(PLATEAU, "12:35: `reduce_on_plateau` needs a validation part" + HINT),
        Arguments.of(
            with("  phases:", "  best_epoch: loss\n  phases:") + "validation: null\n",
            "11:3: `training.best_epoch` needs a validation part" + HINT),
        Arguments.of(
            with("0.001", "{reduce_on_plateau: {from: 0.001, minimum: 0.01}}")
                + "validation: 0.1\n",
            "12:77: `reduce_on_plateau.minimum` is above `from`\nthe rate falls from one to the"
                + " other"),
        Arguments.of(
            GOOD + "validation: {seed: 1}\n",
            "13:13: `validation.fraction` is missing\nfor example `validation: 0.1`, or"
                + " `validation: {images: 5000}`"),
        Arguments.of(
            GOOD + "validation: {fraction: 0.1, images: 5000}\n",
            "13:37: `validation` has `fraction` and `images`\nit is one or the other: `fraction: null` takes away what the file extends"),
        Arguments.of(
            GOOD + "validation: {images: 50000}\n",
            "13:22: `validation` takes 50,000 images, but there are 50,000 training images\n"
                + "something has to be learnt from"),
        Arguments.of(
            GOOD + "subset: {fraction: 0.1}\nvalidation: {images: 5000}\n",
            "14:22: `validation` takes 5,000 images, but there are 5,000 training images\n"
                + "something has to be learnt from"),
        Arguments.of(
            GOOD + "validation: {fraction: 0.000001}\n",
            "13:24: `validation` is none of 50,000 training images\ntake more"),
        Arguments.of(
            GOOD + "validation: 0.000001\n",
            "13:13: `validation` is none of 50,000 training images\ntake more"),
        Arguments.of(
            GOOD + "subset: {fraction: 0.0002}\nvalidation: {images: 1}\n",
            "14:13: `validation` takes every training image of `airplane`\nset fewer aside"),
        Arguments.of(
            GOOD + "metrics: {top_k: 10}\n",
            "13:18: `metrics.top_k` is 10, but there are 10 classes\nevery image would be right"));
  }

  /** The subset of 0.0002 has one image of each class. */
  @ParameterizedTest
  @MethodSource("refused")
  void whatDoesNotFitIsToldWithItsPlace(String text, String told) {
    Read read = new Read(folder);
    read.write("one.yaml", text);
    assertEquals(told, read.mistakes("one.yaml").replace("\n    ", "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validation: 0.1\n",
        "validation: {fraction: 0.1, seed: 4}\n",
        "validation: {images: 5000}\n",
        "metrics: {top_k: 9, per_class: true}\n"
      })
  void whatFitsIsRead(String keys) {
    Read read = new Read(folder);
    read.write("one.yaml", GOOD + keys);
    assertEquals("", read.mistakes("one.yaml"));
  }

  @Test
  void everyChoiceIsRead() {
    Read read = new Read(folder);
    read.write(
        "one.yaml",
        PLATEAU.replace(
                "  phases:",
                "  early_stopping: {patience: 3, monitor: accuracy, min_delta: 0.01}\n"
                    + "  best_epoch: accuracy\n  phases:")
            + "validation: 0.1\n");
    assertEquals("", read.mistakes("one.yaml"));
    Experiment experiment = read.experiment("one.yaml").experiment();
    assertEquals(45_000, experiment.learningImages());
    assertEquals(5_000, experiment.validationImages());
    assertEquals(50_000, experiment.facts().trainImages());
    // 45,000 images in batches of four, two epochs.
    assertEquals(22_500, experiment.timetable().steps());
    assertEquals(
        3 * experiment.network().flops() * 90_000, experiment.network().trainingFlops(experiment));
    assertEquals(
        3 * experiment.network().flops() * 45_000,
        experiment.network().trainingFlops(experiment, 1));
  }

  private static Experiment parse(String keys) {
    return ExperimentReader.parse(GOOD + keys);
  }

  private static String key(String keys) {
    return ContentKey.of(parse(keys), 1);
  }

  @Test
  void whatOnlyTheReportShowsChangesNoKey() {
    assertEquals(key(""), key("metrics: {per_class: true}\n"));
    assertEquals(
        ContentKey.resolved(parse("")), ContentKey.resolved(parse("metrics: {per_class: true}\n")));
    assertEquals(key("metrics: {top_k: 5}\n"), key("metrics: {top_k: 5, per_class: true}\n"));
    assertNotEquals(key(""), key("metrics: {top_k: 5}\n"));
    assertNotEquals(key("metrics: {top_k: 5}\n"), key("metrics: {top_k: 4}\n"));
  }

  @Test
  void anotherValidationPartIsAnotherExperimentOfTheSameTestImages() {
    Experiment plain = parse("");
    Experiment tenth = parse("validation: 0.1\n");
    assertNotEquals(key(""), key("validation: 0.1\n"));
    assertNotEquals(key("validation: 0.1\n"), key("validation: {fraction: 0.1, seed: 1}\n"));
    assertEquals(key("validation: 0.1\n"), key("validation: {fraction: 0.1, seed: 0}\n"));
    assertEquals(plain.testDigest(), tenth.testDigest());
    assertEquals(
        List.of("validation.seed: 0 -> 1"),
        SpecChanges.between(
            ContentKey.resolved(tenth),
            ContentKey.resolved(parse("validation: {fraction: 0.1, seed: 1}\n"))));
  }
}
