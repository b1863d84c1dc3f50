package bakeoff.tf;

import bakeoff.bench.Nets;
import bakeoff.bench.Turns;
import bakeoff.spec.Experiment;
import bakeoff.train.Device;
import java.io.IOException;
import java.nio.file.Path;
import org.tensorflow.Session;

/** The same graph in a bare loop: the same prepared tensors fed each step, one number fetched. */
final class BarePeer {

  private BarePeer() {}

  /** Arguments: the resolved experiment, the folder of prepared images. */
  public static void main(String[] arguments) throws IOException {
    Experiment experiment = Nets.parse(arguments[0]);
    int batch = experiment.training().batchSize();
    int threads = Nets.threads(experiment);
    Turns turns = new Turns();
    try (TfModel model = new TfModel(experiment, 1, threads, Device.CPU);
        StepFeed feed = StepFeed.prepared(experiment, Path.of(arguments[1]))) {
      long images = 0;
      do {
        Session.Runner runner = feed.step(model.session());
        try (var result = runner.fetch(model.losses()).run()) {
          images += result.size() * (long) batch;
        }
      } while (!turns.isOver(images));
    }
  }
}
