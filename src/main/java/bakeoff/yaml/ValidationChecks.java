package bakeoff.yaml;

import bakeoff.dataset.Facts;
import bakeoff.dataset.Validation;
import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.schedule.ReduceOnPlateau;
import bakeoff.spec.Metrics;
import bakeoff.spec.Numbers;
import bakeoff.spec.Phase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is a validation part where a choice is made on it, and whether it fits the data.
 */
final class ValidationChecks {

  private static final String KEY = "validation";
  private static final List<String> CHOICES = List.of("early_stopping", "best_epoch");

  private final Problems problems;
  private final Binder binder;
  private final Node.Mapping root;

  ValidationChecks(Problems problems, Binder binder, Node.Mapping root) {
    this.problems = problems;
    this.binder = binder;
    this.root = root;
  }

  /** What does not depend on the images. */
  void check() {
    binder.part(KEY, Validation.class).ifPresent(this::checkSize);
    boolean isThere = entry(root, KEY).isPresent();
    for (String key : CHOICES) {
      entry(root, "training")
          .flatMap(training -> entry(training.value(), key))
          .filter(choice -> !isThere)
          .ifPresent(choice -> missing(choice.key(), "`training." + key + "`"));
    }
    binder.part("training.phases", List.class).ifPresent(phases -> checkPhases(phases, isThere));
  }

  private void checkPhases(List<?> phases, boolean isThere) {
    for (Object member : phases) {
      if (member instanceof Phase phase
          && phase.learningRate() instanceof ReduceOnPlateau plateau) {
        if (!isThere) {
          missing(place(plateau, null), "`reduce_on_plateau`");
        }
        if (plateau.minimum() > plateau.from()) {
          problems.add(
              place(plateau, "minimum"),
              "`reduce_on_plateau.minimum` is above `from`",
              "the rate falls from one to the other");
        }
      }
    }
  }

  private void missing(Mark at, String what) {
    problems.add(
        at,
        what + " needs a validation part",
        "for example `validation: 0.1` at the top level: choices are never made on test images");
  }

  private void checkSize(Validation validation) {
    if (validation.fraction() == null && validation.images() == null) {
      problems.add(
          place(validation, null),
          "`validation.fraction` is missing",
          "for example `validation: 0.1`, or `validation: {images: 5000}`");
    } else if (validation.fraction() != null && validation.images() != null) {
      problems.add(
          place(validation, "images"),
          "`validation` has `fraction` and `images`",
          "it is one or the other: `fraction: null` takes away what the file extends");
    }
  }

  /** What depends on the images. */
  void check(Facts facts) {
    binder
        .part(KEY, Validation.class)
        .filter(validation -> validation.fraction() == null ^ validation.images() == null)
        .ifPresent(validation -> check(validation, facts));
    int classes = facts.classes().size();
    Optional<Metrics> metrics = binder.part("metrics", Metrics.class);
    if (metrics.isPresent()) {
      Integer topK = metrics.get().topK();
      if (topK != null && topK >= classes) {
        problems.add(
            place(metrics.get(), "top_k"),
            "`metrics.top_k` is " + topK + ", but there are " + classes + " classes",
            "every image would be right");
      }
    }
  }

  private void check(Validation validation, Facts facts) {
    int count = validation.count(facts);
    String all = Numbers.grouped(facts.trainImages()) + " training images";
    if (count == 0) {
      problems.add(place(validation, "fraction"), "`validation` is none of " + all, "take more");
      return;
    }
    if (count >= facts.trainImages()) {
      problems.add(
          place(validation, validation.images() == null ? "fraction" : "images"),
          "`validation` takes " + Numbers.grouped(count) + " images, but there are " + all,
          "something has to be learnt from");
      return;
    }
    List<Integer> counts = validation.counts(facts);
    for (int c = 0; c < counts.size(); c++) {
      if (counts.get(c) > 0 && counts.get(c).equals(facts.train().get(c))) {
        problems.add(
            place(validation, null),
            "`validation` takes every training image of `" + facts.classes().get(c) + "`",
            "set fewer aside");
        return;
      }
    }
  }

  private Mark place(Record record, @Nullable String key) {
    return Optional.ofNullable(key)
        .flatMap(name -> binder.place(record, name))
        .or(() -> binder.place(record))
        .orElse(root.at());
  }

  /** A key that is there and not null. */
  private static Optional<Node.Entry> entry(Node node, String key) {
    return node instanceof Node.Mapping map
        ? Optional.ofNullable(map.entries().get(key))
            .filter(entry -> !(entry.value() instanceof Node.Scalar scalar && scalar.isNull()))
        : Optional.empty();
  }
}
