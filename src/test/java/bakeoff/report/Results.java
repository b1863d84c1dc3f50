package bakeoff.report;

import bakeoff.result.DataFacts;
import bakeoff.result.EpochRow;
import bakeoff.result.Outcome;
import bakeoff.result.Provenance;
import bakeoff.result.StoredTrial;
import bakeoff.result.TestResult;
import bakeoff.result.TrialResult;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.SpecWriter;
import bakeoff.spec.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Results as a training could have left them; the numbers follow from the accuracy given. */
final class Results {

  private static final Provenance PLATFORM =
      new Provenance("linux", "x86_64", "cpu", "avx2", "2.18.0", 1);

  private Results() {}

  /** Of one seed, trained to the end. */
  static StoredTrial finished(ExperimentFile file, int seed, double test, double train) {
    return finished(file, seed, test, train, new Trial(file, seed).key());
  }

  static StoredTrial finished(
      ExperimentFile file, int seed, double test, double train, String key) {
    List<EpochRow> epochs = new ArrayList<>();
    int last = file.experiment().timetable().epochs();
    for (int epoch = 1; epoch <= last; epoch++) {
      double done = 1 - Math.exp(-3.0 * epoch / last);
      double accuracy = train - 0.3 * train * (1 - done);
      double loss = -Math.log(accuracy);
      List<Double> losses = List.of(loss + 0.02, loss + 0.01, loss);
      epochs.add(new EpochRow(epoch, 1, 0.001, loss, accuracy, loss + 0.1, test, losses));
    }
    return stored(file, seed, key, new Outcome.Finished(), epochs, test(file, test));
  }

  /** With these shares of each class's 1,000 test images right. */
  static StoredTrial byClass(ExperimentFile file, int seed, List<Double> shares) {
    TrialResult usual = finished(file, seed, 0.7, 0.8).result();
    int n = shares.size();
    List<List<Integer>> confusion = new ArrayList<>();
    for (int of = 0; of < n; of++) {
      List<Integer> row = new ArrayList<>(Collections.nCopies(n, 0));
      int right = (int) Math.round(1000 * shares.get(of));
      row.set((of + 1) % n, 1000 - right);
      row.set(of, right);
      confusion.add(row);
    }
    TestResult test = new TestResult(0.7, 1, shares, confusion, "0".repeat(64));
    return stored(file, seed, usual.key(), usual.outcome(), usual.epochs(), test);
  }

  /** No test image is of a class. */
  static StoredTrial untested(StoredTrial stored, int label) {
    TrialResult r = stored.result();
    TestResult test = Objects.requireNonNull(r.test());
    List<Double> shares = new ArrayList<>(test.perClassAccuracy());
    shares.set(label, 0.0);
    List<List<Integer>> confusion = new ArrayList<>(test.confusion());
    confusion.set(label, Collections.nCopies(shares.size(), 0));
    TestResult without =
        new TestResult(test.accuracy(), test.loss(), shares, confusion, test.predictions());
    TrialResult result =
        new TrialResult(
            1,
            r.key(),
            r.seed(),
            r.spec(),
            r.data(),
            r.outcome(),
            PLATFORM,
            r.parameters(),
            r.trainingFlops(),
            r.epochs(),
            without);
    return new StoredTrial(stored.folder(), stored.name(), result);
  }

  static StoredTrial onOtherImages(StoredTrial stored) {
    TrialResult r = stored.result();
    DataFacts data =
        new DataFacts("cifar10", "e".repeat(64), r.data().classes(), r.data().testImages());
    return with(stored, data, r.outcome(), r.trainingFlops());
  }

  /** Ended by early stopping, which made it cheaper. */
  static StoredTrial stoppedEarly(StoredTrial stored, long flops) {
    TrialResult r = stored.result();
    return with(stored, r.data(), new Outcome.Finished(r.epochs().size()), flops);
  }

  private static StoredTrial with(StoredTrial s, DataFacts data, Outcome outcome, long flops) {
    TrialResult r = s.result();
    return new StoredTrial(
        s.folder(),
        s.name(),
        new TrialResult(
            1,
            r.key(),
            r.seed(),
            r.spec(),
            data,
            outcome,
            PLATFORM,
            r.parameters(),
            flops,
            r.epochs(),
            r.test()));
  }

  static StoredTrial wrong(ExperimentFile file, int seed, Outcome outcome) {
    return stored(file, seed, new Trial(file, seed).key(), outcome, List.of(), null);
  }

  private static TestResult test(ExperimentFile file, double accuracy) {
    int n = file.experiment().dataset().facts().classes().size();
    List<List<Integer>> confusion = new ArrayList<>();
    List<Double> perClass = new ArrayList<>();
    for (int of = 0; of < n; of++) {
      double share = Math.min(1, accuracy + (of == 3 ? -0.15 : 0.15 / (n - 1)));
      int right = (int) Math.round(1000 * share);
      List<Integer> row = new ArrayList<>();
      for (int as = 0; as < n; as++) {
        row.add(as == of ? right : (1000 - right) / (n - 1) + (of == 3 && as == 5 ? 9 : 0));
      }
      confusion.add(row);
      perClass.add(share);
    }
    return new TestResult(
        accuracy, 1.6 * (1 - accuracy) + 0.5, perClass, confusion, "0".repeat(64));
  }

  private static StoredTrial stored(
      ExperimentFile file,
      int seed,
      String key,
      Outcome outcome,
      List<EpochRow> epochs,
      @Nullable TestResult test) {
    DataFacts data =
        new DataFacts(
            "cifar10", "d".repeat(64), file.experiment().dataset().facts().classes(), 10_000);
    TrialResult result =
        new TrialResult(
            1,
            key,
            seed,
            SpecWriter.full(file.experiment()),
            data,
            outcome,
            PLATFORM,
            file.experiment().network().parameters(),
            file.experiment().network().trainingFlops(file.experiment()),
            epochs,
            test);
    return new StoredTrial(file.folder(), file.name(), result);
  }
}
