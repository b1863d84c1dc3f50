package bakeoff.spec;

import bakeoff.dataset.Dataset;
import bakeoff.dataset.DatasetSource;
import bakeoff.dataset.Facts;
import bakeoff.dataset.Subset;
import bakeoff.dataset.Validation;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.NotEmpty;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("An experiment: what is trained, on what, how.")
public record Experiment(
    @Doc(value = "A sentence for the report.", example = "Two convolutions, three dense layers.")
        @Nullable String description,
    @Doc(value = "Which images and labels.", example = "cifar10") @Synonyms({"data"})
        DatasetSource dataset,
    @Doc("A part of the data set, all of it if not given.") @Nullable Subset subset,
    @Doc("Training images set aside to make choices on; none if not given.")
        @Synonyms({"validation_split", "val_split", "holdout"})
        @Nullable Validation validation,
    @Doc("How pixels in [0, 1] are scaled before the network; not at all if not given.")
        @Nullable Normalize normalize,
    @Doc("Random changes of images; a list is for training images alone.")
        @Default("[]")
        @Synonyms({"transforms", "augmentations"})
        Augmentations augmentation,
    @Doc("The network.") @Synonyms({"network", "net"}) Model model,
    @Doc("How it learns.") @Synonyms({"train"}) Training training,
    @Doc("A trial for each; everything random follows from its seed.")
        @Default("[1]")
        @NotEmpty
        @Range(min = 0, max = Integer.MAX_VALUE)
        @Synonyms({"seed"})
        List<Integer> seeds,
    @Doc("More figures of the test images; none if not given.") @Nullable Metrics metrics,
    @Doc("Published figures to compare with.") @Nullable Reference reference) {

  public Experiment {
    seeds = List.copyOf(seeds);
  }

  /** What is known of the images it takes, without them; those set aside are training images. */
  public Facts facts() {
    return subset == null ? dataset.facts() : subset.of(dataset.facts());
  }

  /**
   * The images it takes.
   *
   * @throws bakeoff.problem.UserError if they are missing
   */
  public Dataset open(Path data) {
    Dataset whole = dataset.open(data);
    Dataset part = subset == null ? whole : subset.of(whole, dataset.facts());
    return validation == null ? part : validation.of(part, facts());
  }

  /** Tells test images apart: those of some classes are others than those of all. */
  public String testDigest() {
    boolean all = subset == null || subset.classes().isEmpty();
    return all ? dataset.digest() : ContentKey.sha256(dataset.digest() + facts().classes());
  }

  /** How many training images it learns from. */
  public int learningImages() {
    return facts().trainImages() - validationImages();
  }

  /** How many training images are set aside for choices. */
  public int validationImages() {
    return validation == null ? 0 : validation.count(facts());
  }

  /** Among how many classes of the largest outputs an image's has to be; null if nobody asks. */
  public @Nullable Integer topK() {
    return metrics == null ? null : metrics.topK();
  }

  /** When what happens in a training. */
  public Timetable timetable() {
    return Timetable.of(this);
  }

  /** Shapes, parameters and FLOPs of its network. */
  public Network network() {
    return Network.of(this);
  }
}
