package bakeoff.yaml;

import bakeoff.dataset.Facts;
import bakeoff.layer.Layer;
import bakeoff.layer.Misfit;
import bakeoff.layer.Shape;
import bakeoff.layer.ShapeNet;
import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.schema.Kinds;
import bakeoff.spec.Experiment;
import bakeoff.spec.Lookahead;
import bakeoff.spec.Model;
import bakeoff.spec.ParameterGroup;
import bakeoff.spec.Phase;
import bakeoff.spec.TestViews;
import bakeoff.spec.WeightNames;
import java.util.ArrayList;
import java.util.List;

/** Whether phases have a length, and the names of weights stand for some. */
final class TrainingChecks {

  /** So many names are shown where none fits. */
  private static final int SHOWN = 4;

  private final Problems problems;
  private final Binder binder;
  private final Mark root;

  TrainingChecks(Problems problems, Binder binder, Mark root) {
    this.problems = problems;
    this.binder = binder;
    this.root = root;
  }

  void checkPhases() {
    List<Phase> phases = members("training.phases", Phase.class);
    for (int i = 0; i < phases.size(); i++) {
      Phase phase = phases.get(i);
      if (phase.epochs() == null && phase.steps() == null) {
        problems.add(
            place(phase),
            "`training.phases." + i + ".epochs` is missing",
            "for example `epochs: 22`, or `steps: 10000`");
      } else if (phase.epochs() != null && phase.steps() != null) {
        problems.add(
            binder.place(phase, "steps").orElse(place(phase)),
            "`training.phases." + i + "` has `epochs` and `steps`",
            "a phase lasts one or the other");
      }
    }
  }

  /** What depends on the images, or on the network for them. */
  void check(Facts facts) {
    boolean tiny = Math.min(facts.height(), facts.width()) < 2;
    binder
        .part("training.test_time_augmentation", TestViews.class)
        .filter(views -> views == TestViews.MIRROR_TRANSLATE && tiny)
        .ifPresent(
            views ->
                problems.add(
                    root,
                    "`training.test_time_augmentation` reflects edges, but images are one pixel"
                        + " wide or high",
                    "let it be `mirror`"));
    checkNames(facts);
  }

  /** What depends on how many steps there are: of an experiment without other mistakes. */
  void checkLength(Experiment experiment) {
    Lookahead lookahead = experiment.training().lookahead();
    long steps = experiment.timetable().steps();
    if (lookahead != null && lookahead.every() > steps) {
      problems.add(
          binder.place(lookahead, "every").orElse(place(lookahead)),
          "`lookahead.every` is "
              + lookahead.every()
              + ", but the training has "
              + steps
              + (steps == 1 ? " step" : " steps"),
          "the slow weights, which are what is tested, would stay as they began");
    }
  }

  /** Kinds and patterns that no weight of the network fits. */
  private void checkNames(Facts facts) {
    for (ParameterGroup group : members("training.parameter_groups", ParameterGroup.class)) {
      for (String kind : group.layers()) {
        if (!Kinds.of(Layer.class).containsKey(kind)) {
          Unknown.Meant meant = Unknown.meant(kind, Layer.class);
          problems.add(
              binder.place(group, "layers").orElse(place(group)),
              "`parameter_groups` has an unknown kind of layer, " + Words.code(kind),
              meant == null ? null : meant.hint());
        }
      }
    }
    binder
        .part("model", Model.class)
        .map(model -> names(model.layers(), facts))
        .filter(names -> !names.isEmpty())
        .ifPresent(this::checkNames);
  }

  private void checkNames(List<String> names) {
    List<Phase> phases = members("training.phases", Phase.class);
    for (int i = 0; i < phases.size(); i++) {
      for (String pattern : phases.get(i).freeze()) {
        if (names.stream().noneMatch(name -> WeightNames.matches(name, List.of(pattern)))) {
          nothing(phases.get(i), "freeze", "`training.phases." + i + ".freeze`", names);
        }
      }
    }
    List<String> free = new ArrayList<>(names);
    for (ParameterGroup group : members("training.parameter_groups", ParameterGroup.class)) {
      boolean isKnown = Kinds.of(Layer.class).keySet().containsAll(group.layers());
      if (isKnown && names.stream().noneMatch(group::holds)) {
        nothing(group, "weights", "a member of `training.parameter_groups`", names);
      } else if (isKnown && !free.removeIf(group::holds)) {
        problems.add(
            place(group),
            "a member of `training.parameter_groups` fits only weights that an earlier one has",
            "the first group that a weight fits is its own: put this one before it");
      }
    }
  }

  private void nothing(Record record, String key, String what, List<String> names) {
    List<String> shown = names.subList(0, Math.min(SHOWN, names.size()));
    problems.add(
        binder.place(record, key).orElse(place(record)),
        what + " fits none of the network's weights",
        "they are " + Words.list(shown) + (shown.size() < names.size() ? ", …" : ""));
  }

  /** Empty if the layers do not fit, which is told elsewhere. */
  private static List<String> names(List<Layer> layers, Facts facts) {
    ShapeNet net = new ShapeNet(facts.classes().size());
    try {
      net.sequence(layers, Shape.of(facts.height(), facts.width(), facts.channels()));
      return net.weights();
    } catch (Misfit | ArithmeticException e) {
      return List.of();
    }
  }

  private Mark place(Record record) {
    return binder.place(record).orElse(root);
  }

  private <T> List<T> members(String path, Class<T> type) {
    List<T> members = new ArrayList<>();
    binder.part(path, List.class).ifPresent(list -> cast(list, type, members));
    return members;
  }

  private static <T> void cast(List<?> list, Class<T> type, List<T> members) {
    list.forEach(member -> members.add(type.cast(member)));
  }
}
