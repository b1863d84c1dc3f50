package bakeoff.yaml;

import bakeoff.initializer.Dirac;
import bakeoff.initializer.Initializer;
import bakeoff.initializer.Whitening;
import bakeoff.layer.Conv2d;
import bakeoff.layer.Layer;
import bakeoff.layer.Size;
import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.schema.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether filters that whiten the training images see them. */
final class WhiteningCheck {

  private final Problems problems;
  private final Binder binder;
  private final Mark root;

  WhiteningCheck(Problems problems, Binder binder, Mark root) {
    this.problems = problems;
    this.binder = binder;
    this.root = root;
  }

  void check(List<Layer> layers, int channels) {
    binder
        .part("model.initializer", Initializer.class)
        .filter(WhiteningCheck::whitens)
        .ifPresent(i -> misplaced(binder.place(i).orElse(root)));
    if (layers.get(0) instanceof Conv2d first && first.initializer() instanceof Whitening) {
      checkFirst(first, channels);
      layers.subList(1, layers.size()).forEach(this::checkOther);
    } else {
      layers.forEach(this::checkOther);
    }
  }

  private void checkFirst(Conv2d first, int channels) {
    Mark at = binder.place(first).orElse(root);
    int patch = first.kernelSize().height() * first.kernelSize().width() * channels;
    if (first.groups() != 1) {
      problems.add(at, "`whitening` is for filters that see all channels", "remove `groups`");
    } else if (!first.dilationRate().equals(Size.square(1))) {
      problems.add(at, "`whitening` is for patches without gaps", "remove `dilation_rate`");
    } else if (first.filters() % 2 != 0 || first.filters() > 2 * patch) {
      problems.add(
          binder.place(first, "filters").orElse(at),
          "`whitening` gives an even number of filters, at most "
              + 2 * patch
              + " for patches of "
              + patch
              + " numbers",
          "let `filters` be " + 2 * patch);
    }
  }

  private void checkOther(Layer layer) {
    for (Key key : Key.of(layer.getClass())) {
      if (whitens(key.get(layer))) {
        misplaced(binder.place(layer).orElse(root));
      }
    }
    layer.inner().forEach(this::checkOther);
  }

  private static boolean whitens(@Nullable Object given) {
    return given instanceof Whitening || (given instanceof Dirac dirac && whitens(dirac.rest()));
  }

  private void misplaced(Mark at) {
    problems.add(
        at,
        "`whitening` is for a `conv2d` that is the first layer",
        "it follows from patches of the training images");
  }
}
