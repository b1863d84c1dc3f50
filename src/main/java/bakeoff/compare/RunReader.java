package bakeoff.compare;

import bakeoff.result.Fields;
import bakeoff.result.JsonTree;
import bakeoff.result.Outcome;
import bakeoff.result.TrialResult;
import java.io.IOException;
import java.util.Set;

/** Reads a trial's result as far as a comparison needs it. */
final class RunReader {

  /** Lists; a number of that name, as a phase's epochs, is read. */
  private static final Set<String> SKIPPED = Set.of("epochs", "per_class_accuracy", "confusion");

  /** More values than any spec has: those of 50,000 nodes of YAML, and defaults beside them. */
  private static final int MOST = 500_000;

  private RunReader() {}

  /** Fails, in words for people, on whatever a run of ours would not have written. */
  static Run read(byte[] json) throws IOException {
    return run(Fields.of(JsonTree.read(json, SKIPPED, MOST)));
  }

  private static Run run(Fields root) throws IOException {
    if (root.integer("format") != TrialResult.FORMAT) {
      throw new IOException(
          "format " + root.integer("format") + ", this version reads " + TrialResult.FORMAT);
    }
    Outcome outcome = outcome(root.map("outcome"));
    boolean finished = outcome instanceof Outcome.Finished;
    Fields data = root.map("data");
    Fields platform = root.map("platform");
    String digest = data.text("digest");
    return new Run(
        root.text("key"),
        root.integer("seed"),
        root.map("spec").node(),
        data.text("name") + " " + digest.substring(0, Math.min(12, digest.length())),
        digest,
        outcome,
        String.join(
            " ",
            platform.text("os"),
            platform.text("architecture"),
            platform.text("device"),
            platform.text("instruction_set")),
        platform.text("tensorflow"),
        platform.integer("semantics"),
        finished ? root.map("test").fraction("accuracy") : null,
        finished ? root.map("test").text("predictions") : null);
  }

  private static Outcome outcome(Fields outcome) throws IOException {
    String state = outcome.text("state");
    return switch (state) {
      case "finished" -> new Outcome.Finished();
      case "diverged" -> new Outcome.Diverged(outcome.integer("epoch"), outcome.integer("step"));
      case "failed" -> new Outcome.Crashed(outcome.text("reason"));
      default -> throw new IOException("outcome.state: " + state + " is no way to end");
    };
  }
}
