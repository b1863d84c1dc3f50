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
import java.nio.file.Files;
import java.nio.file.Path;

/** bakeoff as its worker trains: batches, augmentation, metrics and progress included. */
final class BakeoffPeer {

  private BakeoffPeer() {}

  /** Arguments: the resolved experiment, seconds, the data folder. */
  public static void main(String[] arguments) throws IOException {
    Experiment experiment = Nets.parse(arguments[0]);
    Rate rate = new Rate(Double.parseDouble(arguments[1]));
    Dataset data = experiment.open(Path.of(arguments[2]));
    Path nowhere = Files.createTempDirectory("bench");
    Trial trial =
        new Trial(
            new ExperimentFile(nowhere.resolve("net.yaml"), "bench", "net", null, experiment), 1);
    try (TfModel model = new TfModel(experiment, 1, Nets.threads(experiment), Device.CPU)) {
      Checkpoints none = new Checkpoints(nowhere, trial.key(), "here", Double.POSITIVE_INFINITY);
      new Trainer(trial, data, model, none, new Watch(rate)).train();
    } catch (Stopped e) {
      rate.tell();
    }
  }

  private static final class Watch implements Observer {

    private final Rate rate;
    private boolean over;

    Watch(Rate rate) {
      this.rate = rate;
    }

    @Override
    public void progress(Moment moment) {
      over = rate.isOver(moment.here());
    }

    @Override
    public void testing() {}

    @Override
    public boolean shouldStop() {
      return over;
    }

    @Override
    public void epoch(EpochRow row, int epochs) {}

    @Override
    public void note(String text) {}
  }
}
