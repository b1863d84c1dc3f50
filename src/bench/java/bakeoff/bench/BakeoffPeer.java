package bakeoff.bench;

import bakeoff.dataset.Dataset;
import bakeoff.result.EpochRow;
import bakeoff.spec.Experiment;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import bakeoff.tf.TfModel;
import bakeoff.train.Checkpoints;
import bakeoff.train.Device;
import bakeoff.train.Observer;
import bakeoff.train.Stopped;
import bakeoff.train.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** bakeoff as its worker trains: batches, augmentation, metrics and progress included. */
final class BakeoffPeer {

  private BakeoffPeer() {}

  /** Arguments: the resolved experiment, the data folder. */
  public static void main(String[] arguments) throws IOException {
    Experiment experiment = Nets.parse(arguments[0]);
    Dataset data = experiment.open(Path.of(arguments[1]));
    Path nowhere = Files.createTempDirectory("bench");
    Trial trial =
        new Trial(
            new ExperimentFile(nowhere.resolve("net.yaml"), "bench", "net", null, experiment), 1);
    try (TfModel model = new TfModel(experiment, 1, Nets.threads(experiment), Device.CPU)) {
      Checkpoints none = new Checkpoints(nowhere, trial.key(), "here", Double.POSITIVE_INFINITY);
      new Trainer(trial, data, model, none, new Watch(experiment.training().batchSize())).train();
    } catch (Stopped e) {
      // there are no turns left
    }
  }

  private static final class Watch implements Observer {

    private final Turns turns = new Turns();
    private final int batchSize;
    private long images;

    Watch(int batchSize) {
      this.batchSize = batchSize;
    }

    @Override
    public boolean shouldStop() {
      images += batchSize;
      try {
        return turns.isOver(images);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void testing() {
      turns.leaveOut();
    }

    @Override
    public void progress(Moment moment) {}

    @Override
    public void epoch(EpochRow row, int epochs) {}

    @Override
    public void note(String text) {}
  }
}
