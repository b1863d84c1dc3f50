package bakeoff.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bakeoff.dataset.Dataset;
import bakeoff.result.EpochRow;
import bakeoff.result.Outcome;
import bakeoff.spec.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is decided on validation images whose losses are given; ten images are three steps. */
class ChoicesTest {

  private static final Dataset DATA =
      new Dataset(new Numbered(10), new Numbered(7), new Numbered(Scripted.VALIDATION));
  private static final String PLAIN = "{epochs: 6, learning_rate: 0.1}";

  @TempDir private Path folder;

  private static Trial trial(String keys, String phases) {
    return Trials.of(
        3,
        """
        dataset: shapes
        validation: 0.1
        model: {layers: [flatten, dense: classes]}
        training: {batch_size: 4, optimizer: sgd, %s phases: [%s]}
        """
            .formatted(keys, phases));
  }

  private Trained train(Trial trial, Scripted model, Listener listener) {
    Checkpoints checkpoints = new Checkpoints(folder, trial.key(), "here", 1e6);
    return new Trainer(trial, DATA, model, checkpoints, listener).train();
  }

  private Trained train(Trial trial, double... losses) {
    return train(trial, new Scripted(3, losses), Listener.patient());
  }

  private static int tested(Trained trained) {
    Evaluation test = trained.test();
    assertNotNull(test);
    assertEquals(7, test.predicted().length);
    return test.predicted()[0];
  }

  @Test
  void rowsHoldWhatValidationImagesShow() {
    Trained trained = train(trial("", PLAIN), 5, 4, 3, 2, 3, 4);
    assertEquals(
        List.of(5.0, 4.0, 3.0, 2.0, 3.0, 4.0),
        trained.epochs().stream().map(EpochRow::validationLoss).toList());
    // Five images of classes 0 to 4: one is of the class that all are taken for, until it is 5.
    assertEquals(
        List.of(0.2, 0.2, 0.2, 0.2, 0.0, 0.0),
        trained.epochs().stream().map(EpochRow::validationAccuracy).toList());
    assertEquals(6, tested(trained));
    assertNull(trained.chosenEpoch());
    assertEquals(new Outcome.Finished(), trained.outcome());
  }

  @Test
  void endsWhenPatienceDoes() {
    Trained trained = train(trial("early_stopping: {patience: 2},", PLAIN), 5, 4, 4, 4, 1, 1);
    assertEquals(4, trained.epochs().size());
    assertEquals(new Outcome.Finished(4), trained.outcome());
    assertEquals(4, tested(trained));
    assertNull(trained.chosenEpoch());
  }

  @Test
  void minDeltaIsTheLeastThatCounts() {
    String keys = "early_stopping: {patience: 2, min_delta: 0.5},";
    assertEquals(
        new Outcome.Finished(4), train(trial(keys, PLAIN), 5, 4, 3.5, 3.5, 1, 1).outcome());
    assertEquals(new Outcome.Finished(), train(trial(keys, PLAIN), 5, 4, 3.5, 3, 3, 2).outcome());
  }

  /** Patience that ends with the last epoch ends nothing early. */
  @Test
  void endsInTimeIfItIsTheLastEpoch() {
    Trained trained = train(trial("early_stopping: {patience: 4},", PLAIN), 5, 4, 4, 4, 4, 4);
    assertEquals(new Outcome.Finished(), trained.outcome());
    assertEquals(6, trained.epochs().size());
  }

  @Test
  void keepsTheBestEpoch() {
    Trained trained = train(trial("best_epoch: loss,", PLAIN), 5, 4, 2, 2, 3, 4);
    assertEquals(6, trained.epochs().size());
    assertEquals(3, trained.chosenEpoch());
    assertEquals(3, tested(trained));
    assertEquals(new Outcome.Finished(), trained.outcome());
  }

  /** Accuracy is 0.2 in all of the first four, so the first of them is the best. */
  @Test
  void keepsTheBestByAccuracy() {
    Trained trained = train(trial("best_epoch: accuracy,", PLAIN), 5, 4, 2, 2, 3, 4);
    assertEquals(1, trained.chosenEpoch());
    assertEquals(1, tested(trained));
  }

  @Test
  void stopsEarlyAndKeepsTheBest() {
    String keys = "best_epoch: loss, early_stopping: {patience: 2},";
    Trained trained = train(trial(keys, PLAIN), 5, 3, 4, 4, 1, 1);
    assertEquals(new Outcome.Finished(4), trained.outcome());
    assertEquals(2, trained.chosenEpoch());
    assertEquals(2, tested(trained));
  }

  /** More is spent on the test images of the epoch that is kept, and of no other. */
  @Test
  void theLastEvaluationIsOfTheEpochKept() {
    Scripted model = new Scripted(3, 5, 2, 3, 3, 3, 3);
    train(trial("best_epoch: loss,", PLAIN), model, Listener.patient());
    assertEquals(List.of(2), model.last);
    Scripted stopped = new Scripted(3, 5, 2, 3, 3, 3, 3);
    train(trial("early_stopping: {patience: 1},", PLAIN), stopped, Listener.patient());
    assertEquals(List.of(3), stopped.last);
  }

  /** A tenth after one epoch without improvement that is not borne; of the phase's epochs. */
  @Test
  void thePlateauIsOfThePhasesEpochs() {
    String plateau =
        "{epochs: 4, learning_rate: {reduce_on_plateau: {from: 1, patience: 0, min_delta: 0}}}";
    Scripted model = new Scripted(3, 5, 6, 7, 4, 4, 3);
    Trained trained =
        train(trial("", plateau + ", " + plateau.replace('4', '2')), model, Listener.patient());
    List<Double> byEpoch = new ArrayList<>();
    for (int step = 0; step < model.rates.size(); step += 3) {
      byEpoch.add(model.rates.get(step));
      assertEquals(model.rates.get(step), model.rates.get(step + 2));
    }
    // The second phase begins anew: its first epoch is the baseline, whatever was before.
    double[] expected = {1, 1, 0.1, 0.01, 1, 1};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], byEpoch.get(i), 1e-12, "epoch " + (i + 1));
      assertEquals(expected[i], trained.epochs().get(i).learningRate(), 1e-12);
    }
  }

  /** Four steps are an epoch and a part: the second epoch ends in the second phase. */
  @Test
  void anEpochCountsInThePhaseItEndsIn() {
    String phases =
        "{steps: 4, learning_rate: {reduce_on_plateau: {from: 1, patience: 0}}},"
            + " {epochs: 3.5, learning_rate: {reduce_on_plateau: {from: 2, patience: 0}}}";
    Scripted model = new Scripted(3, 5, 5, 5, 5, 5);
    train(trial("", phases), model, Listener.patient());
    double[] expected = {1, 1, 1, 1, 2, 2, 2, 2, 2, 0.2, 0.2, 0.2, 0.02, 0.02, 0.02};
    assertEquals(expected.length, model.rates.size());
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], model.rates.get(i), 1e-12, "step " + i);
    }
  }

  @Test
  void aValidationLossThatIsNoNumberIsDivergence() {
    Trained trained = train(trial("best_epoch: loss,", PLAIN), 5, Double.NaN);
    assertEquals(2, assertInstanceOf(Outcome.Diverged.class, trained.outcome()).epoch());
    assertNull(trained.test());
  }

  /** Wherever it is interrupted, be it after the best epoch, it goes on to the same end. */
  @Test
  void resumesToTheSameEnd() throws IOException {
    double[] losses = {5, 3, 3, 2, 2.5, 2.5, 2.25, 1};
    String phases =
        "{epochs: 8, learning_rate: {reduce_on_plateau: {from: 1, patience: 0, min_delta: 0}}}";
    Trial trial = trial("best_epoch: loss, early_stopping: {patience: 3},", phases);
    Scripted whole = new Scripted(3, losses);
    Trained expected = train(trial, whole, Listener.patient());
    assertEquals(new Outcome.Finished(7), expected.outcome());
    assertEquals(4, expected.chosenEpoch());
    assertEquals(21, whole.rates.size());
    for (int stop = 1; stop <= 21; stop++) {
      Scripted before = new Scripted(3, losses);
      Listener impatient = Listener.stopsAfter(stop);
      assertThrows(Stopped.class, () -> train(trial, before, impatient));
      Scripted after = new Scripted(3, losses);
      Trained rest = train(trial, after, Listener.patient());
      List<Double> rates = new ArrayList<>(before.rates);
      rates.addAll(after.rates);
      assertEquals(whole.rates, rates);
      assertEquals(expected.epochs(), rest.epochs());
      assertEquals(expected.outcome(), rest.outcome());
      assertEquals(expected.chosenEpoch(), rest.chosenEpoch());
      assertEquals(4, tested(rest));
      new Checkpoints(folder, trial.key(), "here", 1e6).delete();
    }
  }

  /** scikit-learn's example of top_k_accuracy_score: 0.75 of k = 2; the ranks of its scores. */
  @Test
  void topKCountsTheImagesWhoseClassIsAmongThoseFirst() {
    Evaluation evaluation =
        new Evaluation(1, new int[] {0, 1, 2, 2}, new int[] {0, 1, 1, 0}, new int[] {0, 0, 1, 2});
    assertEquals(0.75, evaluation.topKAccuracy(2));
    assertEquals(evaluation.accuracy(), evaluation.topKAccuracy(1));
    assertEquals(1, evaluation.topKAccuracy(3));
  }
}
