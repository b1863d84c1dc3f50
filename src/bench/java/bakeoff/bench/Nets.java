package bakeoff.bench;

import bakeoff.problem.Problems;
import bakeoff.spec.Experiment;
import bakeoff.yaml.ExperimentReader;
import bakeoff.yaml.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The networks that are measured. */
public final class Nets {

  private Nets() {}

  /**
   * With another batch size and precision, and more epochs than anybody waits for.
   *
   * @param model the number of one of the eight of {@code experiments/cifar10}, or a file
   */
  public static Experiment read(String model, String batch, String precision, Setting... more) {
    List<Setting> settings = new ArrayList<>(List.of(more));
    settings.add(Setting.parse("training.batch_size=" + batch));
    settings.add(Setting.parse("training.precision=" + precision));
    settings.add(Setting.parse("training.phases=[{epochs: 1000, learning_rate: 0.001}]"));
    Path file =
        model.endsWith(".yaml")
            ? Path.of(model)
            : Path.of("experiments", "cifar10", "model-" + model + ".yaml");
    Problems problems = new Problems();
    return new ExperimentReader(problems, settings, name -> true)
        .read(file).stream()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(problems.sorted().toString()))
            .experiment();
  }

  /** As another process wrote it. */
  public static Experiment parse(String file) throws IOException {
    return ExperimentReader.parse(Files.readString(Path.of(file)));
  }

  public static int threads(Experiment experiment) {
    Integer threads = experiment.training().threads();
    return threads == null
        ? experiment.network().threads(experiment.training().batchSize())
        : threads;
  }
}
