package bakeoff.yaml;

import bakeoff.augment.Augmentation;
import bakeoff.claim.Claim;
import bakeoff.dataset.DatasetSource;
import bakeoff.dataset.Subset;
import bakeoff.dataset.Validation;
import bakeoff.initializer.Initializer;
import bakeoff.layer.ActivationFunction;
import bakeoff.layer.Layer;
import bakeoff.loss.Loss;
import bakeoff.optimizer.Optimizer;
import bakeoff.schedule.Schedule;
import bakeoff.spec.Augmentations;
import bakeoff.spec.EarlyStopping;
import bakeoff.spec.Ema;
import bakeoff.spec.Experiment;
import bakeoff.spec.Lookahead;
import bakeoff.spec.Metrics;
import bakeoff.spec.Model;
import bakeoff.spec.Normalize;
import bakeoff.spec.ParameterGroup;
import bakeoff.spec.Phase;
import bakeoff.spec.Training;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A section of the reference: the keys of a record, the kinds of a sealed interface, or the words
 * of an enum.
 *
 * @param place what stands before a kind in its example; empty for other sections
 */
record Section(String title, Class<?> type, String place, String introduction) {

  /** In the order they are read. */
  static final List<Section> ALL =
      List.of(
          new Section("Top-level keys", Experiment.class, "", ""),
          new Section("Data sets", DatasetSource.class, "dataset: ", "What `dataset` can be."),
          new Section("Subset", Subset.class, "", ""),
          new Section("Validation", Validation.class, "", ""),
          new Section("Normalize", Normalize.class, "", ""),
          new Section(
              "Augmentation",
              Augmentations.class,
              "",
              "A list is for training images alone; `{train: …, test: …}` alters test images too."),
          new Section(
              "Augmentations",
              Augmentation.class,
              "- ",
              "Images enter as numbers in [0, 1]; the list is the order. What is drawn for an image"
                  + " follows from the seed, the epoch, the image and the place in the list, never"
                  + " from the number of threads."),
          new Section("Model", Model.class, "", ""),
          new Section(
              "Layers",
              Layer.class,
              "- ",
              "From the image to one number per class. Input shapes are never written: each layer"
                  + " takes what the one before it gives. `bakeoff show FILE` prints every shape."),
          new Section(
              "Activations",
              ActivationFunction.class,
              "",
              "What `activation` can be, as a layer of its own or as a key of another."),
          new Section(
              "Initializers",
              Initializer.class,
              "initializer: ",
              "How weights start. `fan_in` is how many inputs one output has, `fan_out` how many"
                  + " outputs one input reaches."),
          new Section("Training", Training.class, "", ""),
          new Section(
              "Losses", Loss.class, "loss: ", "What training makes small, the mean over images."),
          new Section("Parameter groups", ParameterGroup.class, "", ""),
          new Section("Ema", Ema.class, "", ""),
          new Section("Lookahead", Lookahead.class, "", ""),
          new Section("Early stopping", EarlyStopping.class, "", ""),
          new Section("Phases", Phase.class, "", ""),
          new Section(
              "Schedules",
              Schedule.class,
              "learning_rate: ",
              "The learning rate over a phase. A bare number, `learning_rate: 0.001`, is `constant`."),
          new Section("Optimizers", Optimizer.class, "optimizer: ", "They have PyTorch's meaning."),
          new Section("Metrics", Metrics.class, "", ""),
          new Section("Reference", bakeoff.spec.Reference.class, "", ""),
          new Section(
              "Claims",
              Claim.class,
              "- ",
              "What results can bear out or contradict. `better_than: model-1` names an experiment of"
                  + " the folder."));

  static @Nullable Section of(Class<?> type) {
    return ALL.stream().filter(section -> section.type() == type).findFirst().orElse(null);
  }

  boolean isOneOf() {
    return type.isSealed() || type.isEnum();
  }

  String link() {
    String words = title.toLowerCase(Locale.ROOT);
    return "[" + words + "](#" + words.replace(' ', '-') + ")";
  }
}
