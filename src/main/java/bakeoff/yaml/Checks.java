package bakeoff.yaml;

import bakeoff.augment.Augmentation;
import bakeoff.augment.Interval;
import bakeoff.augment.RandomErasing;
import bakeoff.augment.RandomResizedCrop;
import bakeoff.dataset.DatasetSource;
import bakeoff.dataset.Facts;
import bakeoff.dataset.Subset;
import bakeoff.optimizer.Optimizer;
import bakeoff.optimizer.Sgd;
import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.problem.Spelling;
import bakeoff.problem.UserError;
import bakeoff.schema.Names;
import bakeoff.spec.Augmentations;
import bakeoff.spec.Channels;
import bakeoff.spec.Model;
import bakeoff.spec.Normalize;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What no single key can know: whether the parts of an experiment fit together. Parts with mistakes
 * of their own are left out.
 */
final class Checks {

  /** A result holds how often each class was taken for each other. */
  private static final int MOST_CLASSES = 4_000;

  private final Problems problems;
  private final Binder binder;
  private final Node.Mapping root;

  Checks(Problems problems, Binder binder, Node.Mapping root) {
    this.problems = problems;
    this.binder = binder;
    this.root = root;
  }

  void check() {
    checkSeeds();
    binder.part("augmentation", Augmentations.class).ifPresent(this::checkAugmentations);
    binder.part("training.optimizer", Optimizer.class).ifPresent(this::checkOptimizer);
    TrainingChecks training = new TrainingChecks(problems, binder, root.at());
    training.checkPhases();
    ValidationChecks validation = new ValidationChecks(problems, binder, root);
    validation.check();
    Optional<DatasetSource> dataset = binder.part("dataset", DatasetSource.class);
    if (dataset.isEmpty()) {
      return;
    }
    Optional<Facts> known = facts(dataset.get());
    if (known.isEmpty()) {
      return;
    }
    Facts facts = known.get();
    LayerChecks layers = new LayerChecks(problems, binder, root.at());
    binder.part("normalize", Normalize.class).ifPresent(n -> checkNormalize(n, facts.channels()));
    binder.part("model", Model.class).ifPresent(model -> layers.check(model.layers(), facts));
    training.check(facts);
    new ClaimChecks(problems, binder, root.at()).checkClasses(facts.classes());
    validation.check(facts);
  }

  /** Empty if there is no telling, which is then among the problems. */
  private Optional<Facts> facts(DatasetSource dataset) {
    Facts whole;
    try {
      whole = dataset.facts();
    } catch (UserError e) {
      Mark at = binder.place(dataset).orElse(root.at());
      problems.add(at, String.valueOf(e.getMessage()), e.hint());
      return Optional.empty();
    }
    if (whole.classes().size() > MOST_CLASSES) {
      problems.add(
          binder.place(dataset).orElse(root.at()),
          "`dataset` has "
              + whole.classes().size()
              + " classes, but has to have at most "
              + MOST_CLASSES,
          "labels count from 0: is one of them far above the others?");
      return Optional.empty();
    }
    Node.Entry given = root.entries().get("subset");
    if (given == null || (given.value() instanceof Node.Scalar scalar && scalar.isNull())) {
      return Optional.of(whole);
    }
    return binder
        .part("subset", Subset.class)
        .filter(subset -> classesAreRight(subset, whole))
        .map(subset -> subset.of(whole))
        .filter(this::hasImages);
  }

  private boolean hasImages(Facts part) {
    String without = part.trainImages() == 0 ? "training" : part.testImages() == 0 ? "test" : "";
    if (!without.isEmpty()) {
      problems.add(
          binder.part("subset", Subset.class).flatMap(binder::place).orElse(root.at()),
          "`subset` has no " + without + " images",
          null);
    }
    return without.isEmpty();
  }

  private boolean classesAreRight(Subset subset, Facts whole) {
    List<String> unknown =
        subset.classes().stream().filter(name -> !whole.classes().contains(name)).toList();
    for (String name : unknown) {
      problems.add(
          place(subset, "classes"),
          "`subset.classes` has `" + name + "`; there are " + Words.list(whole.classes()),
          Spelling.nearest(name, whole.classes())
              .map(near -> "did you mean `" + near + "`?")
              .orElse(null));
    }
    boolean tooFew = unknown.isEmpty() && Set.copyOf(subset.classes()).size() == 1;
    if (tooFew) {
      problems.add(
          place(subset, "classes"), "`subset.classes` has one class", "there is nothing to tell");
    }
    return unknown.isEmpty() && !tooFew;
  }

  private void checkNormalize(Normalize normalize, int channels) {
    checkChannels(normalize, "mean", normalize.mean(), channels);
    checkChannels(normalize, "std", normalize.std(), channels);
    if (normalize.std().values().stream().anyMatch(std -> std <= 0)) {
      problems.add(
          place(normalize, "std"), "`normalize.std` has to be above 0", "pixels are divided by it");
    }
  }

  private void checkChannels(Normalize normalize, String key, Channels values, int channels) {
    int given = values.values().size();
    if (given != 1 && given != channels) {
      problems.add(
          place(normalize, key),
          "`normalize."
              + key
              + "` has "
              + given
              + " numbers, but an image has "
              + channels
              + " channels",
          "give one number for all channels, or " + channels);
    }
  }

  private Mark place(Object record, String key) {
    return binder.place(record, key).or(() -> binder.place(record)).orElse(root.at());
  }

  private void checkSeeds() {
    Node.Entry given = root.entries().get("seeds");
    if (given == null || !(given.value() instanceof Node.Sequence seeds)) {
      return;
    }
    Set<Integer> seen = new HashSet<>();
    for (Node member : seeds.members()) {
      String text = member instanceof Node.Scalar scalar ? scalar.text() : "";
      NumberText.parseInt(text)
          .filter(seed -> !seen.add(seed))
          .ifPresent(
              seed ->
                  problems.add(
                      member.at(), "`seeds` has " + seed + " twice", "it would be the same trial"));
    }
  }

  private void checkAugmentations(Augmentations augmentations) {
    Stream.concat(augmentations.train().stream(), augmentations.test().stream())
        .forEach(this::checkShare);
    for (Augmentation augmentation : augmentations.test()) {
      if (augmentation.mixes()) {
        problems.add(
            binder.place(augmentation).orElse(root.at()),
            "`" + Names.of(augmentation.getClass()) + "` is for training images alone",
            "a test image is of one class");
      }
    }
  }

  /** No rectangle of an image is larger than the image. */
  private void checkShare(Augmentation augmentation) {
    Interval share =
        augmentation instanceof RandomErasing erasing
            ? erasing.scale()
            : augmentation instanceof RandomResizedCrop crop ? crop.scale() : null;
    if (share != null && share.to() > 1) {
      problems.add(
          place(augmentation, "scale"),
          "`"
              + Names.of(augmentation.getClass())
              + ".scale` is a share of the image's area, at most 1",
          "for example `scale: [0.08, 1]`");
    }
  }

  private void checkOptimizer(Optimizer optimizer) {
    if (optimizer instanceof Sgd sgd && sgd.nesterov() && sgd.momentum() == 0) {
      problems.add(
          place(sgd, "nesterov"),
          "`nesterov` needs a `momentum` above 0",
          "for example {sgd: {momentum: 0.9, nesterov: true}}");
    }
    if (optimizer instanceof Sgd sgd && sgd.dampening() != 0) {
      if (sgd.nesterov()) {
        problems.add(
            place(sgd, "dampening"), "`nesterov` goes without `dampening`", "remove one of them");
      } else if (sgd.momentum() == 0) {
        problems.add(
            place(sgd, "dampening"),
            "`dampening` needs a `momentum` above 0",
            "without momentum there is nothing to dampen");
      }
    }
  }
}
