package bakeoff.result;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what {@link StableJson} wrote of a trial, and refuses everything else. */
final class ResultReader {

  private static final Set<String> TRIAL =
      Set.of(
          "format",
          "key",
          "seed",
          "spec",
          "data",
          "outcome",
          "platform",
          "parameters",
          "training_flops",
          "epochs",
          "test");
  private static final Set<String> DATA = Set.of("name", "digest", "classes", "test_images");
  private static final Set<String> PLATFORM =
      Set.of("os", "architecture", "device", "instruction_set", "tensorflow", "semantics");
  private static final Set<String> EPOCH =
      Set.of(
          "epoch",
          "phase",
          "learning_rate",
          "train_loss",
          "train_accuracy",
          "test_loss",
          "test_accuracy",
          "losses",
          "validation_loss",
          "validation_accuracy");
  private static final Set<String> TEST =
      Set.of(
          "accuracy",
          "loss",
          "per_class_accuracy",
          "confusion",
          "predictions",
          "chosen_epoch",
          "top_k_accuracy");

  private ResultReader() {}

  /** Fails, in words for people, on whatever a run of ours would not have written. */
  static TrialResult read(byte[] json) throws IOException {
    Fields root = Fields.of(JsonTree.read(json));
    int format = root.integer("format");
    if (format != TrialResult.FORMAT) {
      throw new IOException("format " + format + ", this version reads " + TrialResult.FORMAT);
    }
    root.only(TRIAL);
    List<EpochRow> epochs = new ArrayList<>();
    for (Fields row : root.maps("epochs")) {
      epochs.add(epoch(row.only(EPOCH)));
    }
    TrialResult result =
        new TrialResult(
            format,
            root.text("key"),
            root.integer("seed"),
            root.map("spec").node(),
            data(root.map("data").only(DATA)),
            outcome(root.map("outcome")),
            platform(root.map("platform").only(PLATFORM)),
            root.whole("parameters"),
            root.whole("training_flops"),
            epochs,
            root.has("test") ? test(root.map("test").only(TEST)) : null);
    return checked(result);
  }

  /** Epochs that are referred to have to be there; what finished has figures of everything. */
  private static TrialResult checked(TrialResult result) throws IOException {
    if (result.outcome() instanceof Outcome.Finished) {
      for (EpochRow row : result.epochs()) {
        double figures = row.trainLoss() + row.testLoss() + row.learningRate();
        double losses = row.losses().stream().mapToDouble(Double::doubleValue).sum();
        Double validation = row.validationLoss();
        if (!Double.isFinite(figures + losses + (validation == null ? 0 : validation))) {
          throw new IOException("epoch " + row.epoch() + " of a trial that finished is no number");
        }
      }
    }
    int epochs = result.epochs().size();
    Integer stopped = result.stoppedEarlyAfter();
    if (stopped != null && stopped != epochs) {
      throw new IOException(
          "outcome.stopped_early_after is " + stopped + ", but there are " + epochs + " epochs");
    }
    TestResult test = result.test();
    int classes = result.data().classes().size();
    if (test != null && !isSquare(test.confusion(), classes)) {
      throw new IOException(
          "test.confusion has to be " + classes + " by " + classes + " counts of test images");
    }
    if (test != null && test.perClassAccuracy().size() != classes) {
      throw new IOException("test.per_class_accuracy has to have " + classes + " numbers");
    }
    Integer chosen = test == null ? null : test.chosenEpoch();
    if (chosen != null && (chosen < 1 || chosen > epochs)) {
      throw new IOException(
          "test.chosen_epoch is " + chosen + ", but there are " + epochs + " epochs");
    }
    return result;
  }

  private static boolean isSquare(List<List<Integer>> table, int size) {
    return table.size() == size
        && table.stream()
            .allMatch(row -> row.size() == size && row.stream().allMatch(count -> count >= 0));
  }

  private static DataFacts data(Fields data) throws IOException {
    return new DataFacts(
        data.text("name"), data.text("digest"), data.texts("classes"), data.integer("test_images"));
  }

  private static Outcome outcome(Fields outcome) throws IOException {
    String state = outcome.text("state");
    return switch (state) {
      case "finished" -> {
        outcome.only(Set.of("state", "stopped_early_after"));
        yield new Outcome.Finished(
            outcome.has("stopped_early_after") ? outcome.integer("stopped_early_after") : null);
      }
      case "diverged" -> {
        outcome.only(Set.of("state", "epoch", "step"));
        yield new Outcome.Diverged(outcome.integer("epoch"), outcome.whole("step"));
      }
      case Outcome.CRASHED -> {
        outcome.only(Set.of("state", "reason"));
        yield new Outcome.Crashed(outcome.text("reason"));
      }
      default -> throw new IOException("outcome.state: " + state + " is no way to end");
    };
  }

  private static Provenance platform(Fields platform) throws IOException {
    return new Provenance(
        platform.text("os"),
        platform.text("architecture"),
        platform.text("device"),
        platform.text("instruction_set"),
        platform.text("tensorflow"),
        platform.integer("semantics"));
  }

  private static EpochRow epoch(Fields row) throws IOException {
    return new EpochRow(
        row.integer("epoch"),
        row.integer("phase"),
        row.number("learning_rate"),
        row.number("train_loss"),
        row.fraction("train_accuracy"),
        row.number("test_loss"),
        row.fraction("test_accuracy"),
        row.numbers("losses"),
        row.has("validation_loss") ? row.number("validation_loss") : null,
        row.has("validation_accuracy") ? row.fraction("validation_accuracy") : null);
  }

  private static TestResult test(Fields test) throws IOException {
    return new TestResult(
        test.fraction("accuracy"),
        test.number("loss"),
        test.numbers("per_class_accuracy"),
        test.table("confusion"),
        test.text("predictions"),
        test.has("chosen_epoch") ? test.integer("chosen_epoch") : null,
        test.has("top_k_accuracy") ? test.fraction("top_k_accuracy") : null);
  }
}
