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
          "losses");
  private static final Set<String> TEST =
      Set.of("accuracy", "loss", "per_class_accuracy", "confusion", "predictions");

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
    return new TrialResult(
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
  }

  private static DataFacts data(Fields data) throws IOException {
    return new DataFacts(
        data.text("name"), data.text("digest"), data.texts("classes"), data.integer("test_images"));
  }

  private static Outcome outcome(Fields outcome) throws IOException {
    String state = outcome.text("state");
    return switch (state) {
      case "finished" -> {
        outcome.only(Set.of("state"));
        yield new Outcome.Finished();
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
        row.number("train_accuracy"),
        row.number("test_loss"),
        row.number("test_accuracy"),
        row.numbers("losses"));
  }

  private static TestResult test(Fields test) throws IOException {
    return new TestResult(
        test.number("accuracy"),
        test.number("loss"),
        test.numbers("per_class_accuracy"),
        test.table("confusion"),
        test.text("predictions"));
  }
}
