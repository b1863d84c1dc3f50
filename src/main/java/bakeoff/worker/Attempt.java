package bakeoff.worker;

import bakeoff.dataset.DataPlace;
import bakeoff.dataset.Dataset;
import bakeoff.problem.UserError;
import bakeoff.result.AtomicFile;
import bakeoff.result.Npy;
import bakeoff.result.Outcome;
import bakeoff.result.Provenance;
import bakeoff.result.ResultStore;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.run.Event;
import bakeoff.run.Job;
import bakeoff.run.Places;
import bakeoff.run.Platform;
import bakeoff.run.Results;
import bakeoff.run.TrialLock;
import bakeoff.run.TrialState;
import bakeoff.spec.Experiment;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.Trial;
import bakeoff.tf.EventFile;
import bakeoff.tf.TensorFlowRuntime;
import bakeoff.tf.TfModel;
import bakeoff.train.Checkpoints;
import bakeoff.train.Evaluation;
import bakeoff.train.Observer;
import bakeoff.train.Pictures;
import bakeoff.train.SafeTensors;
import bakeoff.train.Trained;
import bakeoff.train.Trainer;
import bakeoff.yaml.ExperimentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A worker's work on one trial: train, or go on with it, and store the result. */
final class Attempt {

  /** An hour's epoch, or a machine that others may claim at any time, loses no more than this. */
  private static final double CHECKPOINT_SECONDS = 60;

  private static final String CHECKPOINT_VARIABLE = "BAKEOFF_CHECKPOINT_SECONDS";

  private final Job job;
  private final Observer observer;
  private final Trial trial;
  private final Places places;

  Attempt(Job job, Observer observer) {
    this.job = job;
    this.observer = observer;
    this.places = new Places(Path.of(job.data()), Path.of(job.results()), Path.of(job.runs()));
    DataPlace.choose(places.data());
    Experiment experiment = ExperimentReader.parse(job.experiment());
    Path nowhere = Path.of(job.name() + ".yaml");
    this.trial =
        new Trial(
            new ExperimentFile(nowhere, job.folder(), job.name(), null, experiment), job.seed());
    if (!hasItsKey()) {
      throw changed();
    }
  }

  /** Data of a user's own may be altered at any time; the key holds their digest. */
  private boolean hasItsKey() {
    return trial.key().equals(job.key());
  }

  private static UserError changed() {
    return new UserError(
        "the trial has another content key than when the run began: the data has changed",
        "run again");
  }

  Event run() throws IOException {
    Path folder = places.of(trial);
    Optional<TrialLock> free = TrialLock.take(folder);
    if (free.isEmpty()) {
      return new Event.Held(TrialLock.owner(folder));
    }
    try {
      ResultStore store = new ResultStore(places.results());
      if (!job.again() && TrialState.of(trial, store) == TrialState.CURRENT) {
        return new Event.Elsewhere(); // looked up under the lock, so that it is trained once
      }
      AtomicFile.removeHalves(folder, "");
      AtomicFile.write(
          folder.resolve("experiment.json"), job.experiment().getBytes(StandardCharsets.UTF_8));
      Path results =
          store.json(trial.file().folder(), trial.file().name(), trial.seed()).resolveSibling("");
      AtomicFile.removeHalves(results, trial.seed() + ".");
      return train(folder);
    } finally {
      free.get().close();
    }
  }

  private Event train(Path folder) throws IOException {
    observer.note("training " + trial.label() + " with " + job.threads() + " threads");
    Dataset data = trial.experiment().open(places.data());
    Checkpoints checkpoints =
        new Checkpoints(folder, job.key(), platform().toString(), checkpointSeconds());
    Pictures images = Pictures.train(trial.experiment(), data.train(), trial.seed());
    try (TfModel model =
            new TfModel(trial.experiment(), trial.seed(), job.threads(), job.device(), images);
        EventFile events = new EventFile(eventFolder(folder, checkpoints))) {
      Observer recording = new Recording(observer, events, trial.experiment().timetable());
      Trained trained = new Trainer(trial, data, model, checkpoints, recording).train();
      DataPlace.choose(places.data()); // so that they are looked at again
      if (!hasItsKey()) {
        checkpoints.delete(); // of who knows which data
        throw changed();
      }
      if (trained.test() != null) {
        AtomicFile.write(
            folder.resolve("model.safetensors"),
            SafeTensors.write(model.tested(), Map.of("key", job.key())));
      }
      TrialResult result = store(trained);
      checkpoints.delete();
      return new Event.Done(
          trained.outcome() instanceof Outcome.Diverged, Event.Reported.of(result));
    }
  }

  private Provenance platform() {
    return Platform.provenance(job.device(), TensorFlowRuntime.version());
  }

  private static double checkpointSeconds() {
    String given = System.getenv(CHECKPOINT_VARIABLE);
    if (given == null || given.isEmpty()) {
      return CHECKPOINT_SECONDS;
    }
    try {
      return Math.max(0, Double.parseDouble(given));
    } catch (NumberFormatException e) {
      throw new UserError(CHECKPOINT_VARIABLE + " is " + given + ", but has to be a number");
    }
  }

  /** One a content key, as TensorBoard mixes what lies together; empty if training starts anew. */
  private Path eventFolder(Path folder, Checkpoints checkpoints) throws IOException {
    Path events = folder.resolve("events-" + job.key().substring(0, 8));
    if (Files.isDirectory(events) && !checkpoints.exist()) {
      try (Stream<Path> old = Files.list(events)) {
        for (Path file : old.toList()) {
          Files.delete(file);
        }
      }
    }
    return events;
  }

  private TrialResult store(Trained trained) throws IOException {
    Evaluation test = trained.test();
    int classes = trial.experiment().facts().classes().size();
    byte[] predictions = test == null ? new byte[0] : Npy.write(test.predicted(), classes);
    Integer k = trial.experiment().topK();
    TestResult tested =
        test == null
            ? null
            : test.result(classes, predictions)
                .with(trained.chosenEpoch(), k == null ? null : test.topKAccuracy(k));
    TrialResult result = Results.of(trial, trained.outcome(), platform(), trained.epochs(), tested);
    new ResultStore(places.results()).write(trial, result, predictions);
    return result;
  }
}
