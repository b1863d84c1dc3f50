package bakeoff.run;

import bakeoff.result.AtomicFile;
import bakeoff.result.JsonTree;
import bakeoff.result.StableJson;
import bakeoff.spec.ExperimentFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long trials take on this machine: an {@link Estimate}, corrected by what others took, the
 * last of each network, whose steps were made of similar parts. The factor is a mean of theirs,
 * weighted by inverse squared distance (Shepard 1968) between the logarithms of the parts: another
 * seed of the same experiment says most.
 */
public final class Speed {

  private static final int MOST = 256;

  /** So many of a network say how long it takes; a folder of many seeds displaces no other one. */
  private static final int MOST_OF_A_NETWORK = 4;

  private static final String TRIALS = "trials";

  /** Added to a squared distance, so that one trial of the same network is not all that counts. */
  private static final double NEAREST = 0.01;

  /** What the estimate itself weighs. */
  private static final double PRIOR = 0.01;

  /** A shorter trial says less: how long a start takes, and little of its steps. */
  private static final double TELLING_SECONDS = 60;

  private final Path file;
  private final List<Past> past;

  private Speed(Path file, List<Past> past) {
    this.file = file;
    this.past = past;
  }

  /** A trial that was trained whole; all in seconds, the first three a step. */
  private record Past(
      double layers, double arithmetic, double traffic, double estimated, double took) {

    static Past of(JsonNode node) {
      return new Past(
          node.path("layers").asDouble(),
          node.path("arithmetic").asDouble(),
          node.path("traffic").asDouble(),
          node.path("estimated").asDouble(),
          node.path("took").asDouble());
    }

    boolean isUsable() {
      double factor = took / estimated;
      return layers >= 0 && arithmetic >= 0 && traffic >= 0 && factor > 0.01 && factor < 100;
    }

    boolean isOfSameNetwork(Past other) {
      return layers == other.layers && arithmetic == other.arithmetic && traffic == other.traffic;
    }

    double distanceSquared(Estimate to) {
      double a = apart(layers, to.layers());
      double b = apart(arithmetic, to.arithmetic());
      double c = apart(traffic, to.traffic());
      return a * a + b * b + c * c;
    }

    /** A microsecond is next to nothing. */
    private static double apart(double a, double b) {
      return Math.log((a + 1e-6) / (b + 1e-6));
    }
  }

  private record Stored(List<Past> trials) {}

  public static Speed of(Path runs) {
    Path file = runs.resolve("speed.json");
    List<Past> past = new ArrayList<>();
    try {
      AtomicFile.removeHalves(runs, "speed.");
      for (JsonNode node : JsonTree.read(Files.readAllBytes(file)).path(TRIALS)) {
        past.add(Past.of(node));
      }
      past.removeIf(trial -> !trial.isUsable());
    } catch (IOException e) {
      past.clear(); // not there yet, or not ours: the next trial writes it
    }
    return new Speed(file, past);
  }

  /** A whole trial of an experiment. */
  public double seconds(ExperimentFile experiment) {
    return seconds(Estimate.of(experiment));
  }

  double seconds(Estimate estimate) {
    double weights = PRIOR;
    double sum = 0;
    for (Past trial : past) {
      double telling = Math.min(1, trial.took() / TELLING_SECONDS);
      double weight = telling / (NEAREST + trial.distanceSquared(estimate));
      weights += weight;
      sum += weight * Math.log(trial.took() / trial.estimated());
    }
    return estimate.seconds() * Math.exp(sum / weights);
  }

  /** A whole trial took so long. */
  void learn(Estimate estimate, double took) {
    Past now =
        new Past(
            estimate.layers(), estimate.arithmetic(), estimate.traffic(), estimate.seconds(), took);
    if (!now.isUsable()) {
      return;
    }
    past.add(now);
    List<Past> same = past.stream().filter(now::isOfSameNetwork).toList();
    if (same.size() > MOST_OF_A_NETWORK) {
      past.remove(same.get(0));
    } else if (past.size() > MOST) {
      past.remove(0);
    }
    try {
      AtomicFile.write(file, StableJson.write(new Stored(past)));
    } catch (IOException e) {
      return; // it makes estimates better, and nothing else rests on it
    }
  }
}
