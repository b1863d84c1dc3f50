package bakeoff.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.dataset.Dataset;
import bakeoff.result.EpochRow;
import bakeoff.result.Outcome;
import bakeoff.spec.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

  private static final String NONE = "[]";

  @TempDir private Path folder;

  private final FakeModel model = new FakeModel();
  private final Listener listener = Listener.patient();

  private Trained train(Trial trial, Dataset data) {
    return train(trial, data, model, listener);
  }

  private Trained train(Trial trial, Dataset data, Model fresh, Observer observer) {
    Checkpoints checkpoints = new Checkpoints(folder, trial.key(), "here", 1e6);
    return new Trainer(trial, data, fresh, checkpoints, observer).train();
  }

  private static List<Integer> numbers(List<FakeModel.Call> calls) {
    return calls.stream().flatMap(call -> call.numbers().stream()).toList();
  }

  @Test
  void feedsTheRateOfEveryStep() {
    // Ten images in batches of four are three steps an epoch.
    String phases =
        "[{epochs: 2, learning_rate: {linear: {from: 0, to: 0.5}}}, {epochs: 1, learning_rate: 0.2}]";
    train(Trials.fake(4, phases, NONE), Numbered.dataset(10, 4));
    List<Double> rates = model.steps.stream().map(FakeModel.Call::rate).toList();
    double[] expected = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.2, 0.2, 0.2};
    assertEquals(expected.length, rates.size());
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], rates.get(i), 1e-12);
    }
  }

  @Test
  void countsStepsThroughAllPhases() {
    String phases = "[{epochs: 1, learning_rate: 0.1}, {epochs: 2, learning_rate: 0.2}]";
    train(Trials.fake(4, phases, NONE), Numbered.dataset(10, 4));
    assertEquals(
        IntStream.range(0, 9).mapToObj(Long::valueOf).toList(),
        model.steps.stream().map(FakeModel.Call::step).toList());
  }

  @Test
  void aPhaseOfOneStepHasItsFirstRate() {
    String phases = "[{epochs: 1, learning_rate: {cosine: {from: 0.3, to: 0.1}}}]";
    train(Trials.fake(10, phases, NONE), Numbered.dataset(10, 4));
    assertEquals(0.3, model.steps.get(0).rate(), 1e-12);
  }

  @Test
  void showsEveryImageOnceAnEpochInAnotherOrder() {
    train(Trials.fake(4, "[{epochs: 3, learning_rate: 0.1}]", NONE), Numbered.dataset(103, 4));
    List<Integer> shown = numbers(model.steps);
    assertEquals(3 * 103, shown.size());
    Set<List<Integer>> orders = new HashSet<>();
    for (int epoch = 0; epoch < 3; epoch++) {
      List<Integer> order = shown.subList(epoch * 103, (epoch + 1) * 103);
      assertEquals(IntStream.range(0, 103).boxed().toList(), order.stream().sorted().toList());
      orders.add(order);
    }
    assertEquals(3, orders.size());
  }

  @Test
  void theLastStepOfAnEpochTakesWhatIsLeft() {
    train(Trials.fake(4, "[{epochs: 2, learning_rate: 0.1}]", NONE), Numbered.dataset(10, 4));
    assertEquals(
        List.of(4, 4, 2, 4, 4, 2),
        model.steps.stream().map(call -> call.numbers().size()).toList());
  }

  /** Two steps of two batches; the images at the end of an epoch that fill none are left out. */
  @Test
  void dropsWhatFillsNoStep() {
    Trained trained = train(withKeys("drop_last: true, accumulate: 2", "{epochs: 1.5}"), 103);
    assertEquals(
        Collections.nCopies(12 + 6, 8),
        model.steps.stream().map(call -> call.numbers().size()).toList());
    assertEquals(96, Set.copyOf(numbers(model.steps.subList(0, 12))).size());
    assertEquals(48, Set.copyOf(numbers(model.steps.subList(12, 18))).size());
    assertEquals(2, trained.epochs().size());
  }

  @Test
  void endsAfterSoManySteps() {
    Trained trained = train(withKeys("drop_last: false", "{steps: 4}, {steps: 3}"), 10);
    assertEquals(
        List.of(4, 4, 2, 4, 4, 2, 4),
        model.steps.stream().map(call -> call.numbers().size()).toList());
    assertEquals(List.of(1, 2, 2), trained.epochs().stream().map(EpochRow::phase).toList());
    assertEquals(3, model.scores.size());
  }

  /** More may be spent on the last scores than on those before. */
  @Test
  void scoresTheLastEpochAsSuch() {
    List<Integer> last = new ArrayList<>();
    Model scoring =
        new ScriptedLoss(step -> 1) {
          @Override
          public Score lastScore(Batch batch) {
            last.add(batch.size());
            return super.lastScore(batch);
          }
        };
    Trial trial = Trials.fake(4, "[{epochs: 2.5, learning_rate: 0.1}]", NONE);
    train(trial, Numbered.dataset(10, 250), scoring, listener);
    assertEquals(List.of(200, 50), last);
  }

  private Trained train(Trial trial, int images) {
    return train(trial, Numbered.dataset(images, 4));
  }

  private static Trial withKeys(String keys, String phases) {
    return Trials.of(
        3,
        """
        dataset: shapes
        model: {layers: [flatten, dense: classes]}
        training: {batch_size: 4, optimizer: sgd, %s, phases: [%s]}
        """
            .formatted(keys, phases.replace("}", ", learning_rate: 0.1}")));
  }

  @Test
  void scoresEveryTestImageInOrderAfterEveryEpoch() {
    Trained trained =
        train(Trials.fake(4, "[{epochs: 2, learning_rate: 0.1}]", NONE), Numbered.dataset(10, 450));
    List<Integer> once = IntStream.range(0, 450).boxed().toList();
    assertEquals(once, numbers(model.scores.subList(0, 3)));
    assertEquals(once, numbers(model.scores.subList(3, 6)));
    assertEquals(6, model.scores.size());
    Evaluation test = trained.test();
    assertNotNull(test);
    assertEquals(450, test.predicted().length);
    assertEquals(IntStream.range(0, 450).map(i -> i % 10).boxed().toList(), boxed(test.labels()));
  }

  private static List<Integer> boxed(int[] numbers) {
    return IntStream.of(numbers).boxed().toList();
  }

  @Test
  void writesARowAnEpoch() {
    String phases = "[{epochs: 1, learning_rate: 0.125}, {epochs: 1, learning_rate: 0.25}]";
    Trained trained = train(Trials.fake(4, phases, NONE), Numbered.dataset(10, 20));
    assertEquals(new Outcome.Finished(), trained.outcome());
    assertEquals(listener.rows, trained.epochs());
    assertEquals(List.of(1, 2), trained.epochs().stream().map(EpochRow::epoch).toList());
    assertEquals(List.of(1, 2), trained.epochs().stream().map(EpochRow::phase).toList());
    assertEquals(
        List.of(0.125, 0.25), trained.epochs().stream().map(EpochRow::learningRate).toList());
    for (EpochRow row : trained.epochs()) {
      // Of every ten labels the model is right about 0, 2, 4, 6 and 8.
      assertEquals(0.5, row.trainAccuracy());
      assertEquals(0.5, row.testAccuracy());
      assertTrue(row.trainLoss() > 1 && row.testLoss() > 1, row.toString());
      assertEquals(List.of(), row.losses());
    }
    assertNotEquals(trained.epochs().get(0).testLoss(), trained.epochs().get(1).testLoss());
  }

  @Test
  void keepsTheMeanLossOfEvery2000Steps() {
    Model falling =
        new ScriptedLoss(step -> step < 2000 ? 1 : step < 2500 ? 5 : step < 4500 ? 3 : 7);
    Trained trained =
        train(
            Trials.fake(1, "[{epochs: 2, learning_rate: 0.1}]", NONE),
            Numbered.dataset(2500, 1),
            falling,
            listener);
    assertEquals(List.of(1.0), trained.epochs().get(0).losses());
    assertEquals(List.of(3.0), trained.epochs().get(1).losses());
    assertEquals((2000 + 5 * 500) / 2500.0, trained.epochs().get(0).trainLoss());
    assertEquals((3 * 2000 + 7 * 500) / 2500.0, trained.epochs().get(1).trainLoss());
  }

  @Test
  void anInfiniteTrainingLossIsDivergence() {
    for (double loss : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      FakeModel failing = new FakeModel();
      failing.failingStep = 4;
      failing.failingLoss = loss;
      Trained trained =
          train(
              Trials.fake(4, "[{epochs: 3, learning_rate: 0.1}]", NONE),
              Numbered.dataset(10, 4),
              failing,
              listener);
      assertEquals(new Outcome.Diverged(2, 4), trained.outcome());
      assertEquals(1, trained.epochs().size());
      assertNull(trained.test());
    }
  }

  @Test
  void anInfiniteTestLossIsDivergence() {
    model.failingScore = 1;
    Trained trained =
        train(Trials.fake(4, "[{epochs: 3, learning_rate: 0.1}]", NONE), Numbered.dataset(10, 4));
    assertEquals(new Outcome.Diverged(2, 5), trained.outcome());
    assertEquals(1, trained.epochs().size());
    assertEquals(1, listener.rows.size());
    assertTrue(listener.tested > 0);
    assertNull(trained.test());
  }

  @Test
  void altersTrainingImagesAnewAndTestImagesOnce() {
    String augmentation = "{train: [{random_crop: 8}], test: [{random_crop: 8}]}";
    train(
        Trials.fake(20, "[{epochs: 2, learning_rate: 0.1}]", augmentation),
        Numbered.dataset(20, 20));
    assertEquals(images(model.scores.get(0)), images(model.scores.get(1)));
    Set<Integer> first = new HashSet<>(images(model.steps.get(0)));
    first.retainAll(images(model.steps.get(1)));
    assertTrue(first.size() < 5, first + " in both epochs");
  }

  @Test
  void mixesImagesAndTheirClassesAlike() {
    List<Batch> batches = mixed(4, "[mixup: 1000]");
    List<Batch> whole = mixed(10, "[mixup: 1000]");
    int image = 0;
    for (Batch batch : batches) {
      for (int i = 0; i < batch.size(); i++, image++) {
        int last = 32 * 32 * 3 - 1;
        int numbers = last + 1;
        // The same in batches of another size.
        assertEquals(
            whole.get(0).images()[image * numbers + last], batch.images()[i * numbers + last]);
        double sum = 0;
        double mean = 0;
        for (int c = 0; c < 10; c++) {
          assertEquals(whole.get(0).target(image, c), batch.target(i, c));
          sum += batch.target(i, c);
          mean += c * batch.target(i, c);
        }
        assertEquals(1, sum, 1e-6);
        // Images 0 to 9 have these numbers over 1000 as pixels, and as classes.
        assertEquals(mean / 1000, batch.images()[i * numbers + last], 1e-6);
      }
    }
    assertEquals(10, image);
  }

  private List<Batch> mixed(int batchSize, String augmentation) {
    List<Batch> seen = new ArrayList<>();
    Model looking =
        new ScriptedLoss(step -> 1) {
          @Override
          public Score step(Batch batch, double learningRate, long step) {
            seen.add(
                new Batch(
                    batch.size(),
                    batch.images().clone(),
                    batch.labels().clone(),
                    batch.targets().clone()));
            return super.step(batch, learningRate, step);
          }
        };
    train(
        Trials.fake(batchSize, "[{epochs: 1, learning_rate: 0.1}]", augmentation),
        Numbered.dataset(10, 4),
        looking,
        listener);
    return seen;
  }

  @Test
  void aMixedImageIsRecognizedByTheShareOfTheClass() {
    Batch batch = new Batch(2, new float[2], new int[2], new float[] {0.75f, 0.25f, 0, 1});
    assertEquals(0.25, new Score(1, new int[] {1, 0}).correct(batch));
    assertEquals(1.75, new Score(1, new int[] {0, 1}).correct(batch));
  }

  private static List<Integer> images(FakeModel.Call call) {
    return call.images();
  }

  @Test
  void normalizesAfterAugmentation() {
    Trial trial =
        Trials.of(
            1,
            """
            dataset: shapes
            normalize: {mean: [0.5, 0.25, 0], std: [0.5, 2, 1]}
            model: {layers: [flatten, dense: classes]}
            training: {batch_size: 1, optimizer: sgd, phases: [{epochs: 1, learning_rate: 0.1}]}
            """);
    List<Float> pixels = new ArrayList<>();
    Model looking =
        new ScriptedLoss(step -> 1) {
          @Override
          public Score score(Batch batch) {
            for (int i = 0; i < 6; i++) {
              pixels.add(batch.images()[i]);
            }
            return super.score(batch);
          }
        };
    train(trial, Numbered.dataset(1, 1), looking, listener);
    assertEquals(List.of(1f, -0.125f, 0f, -1f, -0.125f, 0f), pixels);
  }

  @Test
  void goesOnFromAnyStepAsIfNothingHadHappened() {
    String phases =
        "[{epochs: 2, learning_rate: {linear: {from: 0.1, to: 0.5}}}, {epochs: 1, learning_rate: 0.2}]";
    Trial trial = Trials.fake(4, phases, "[random_crop: 4, alternating_flip, mixup, cutmix]");
    Dataset data = Numbered.dataset(10, 7);
    Trained whole = train(trial, data);
    for (int stop = 1; stop <= model.steps.size(); stop++) {
      FakeModel before = new FakeModel();
      Listener impatient = Listener.stopsAfter(stop);
      assertThrows(Stopped.class, () -> train(trial, data, before, impatient));
      FakeModel after = new FakeModel();
      Listener second = Listener.patient();
      Trained rest = train(trial, data, after, second);
      List<FakeModel.Call> calls = new ArrayList<>(before.steps);
      calls.addAll(after.steps);
      assertEquals(model.steps, calls);
      assertEquals(whole.epochs(), rest.epochs());
      assertSameEvaluation(whole, rest);
      assertEquals(
          List.of(
              "resumed after " + (stop - 1) / 3 + " epochs and " + ((stop - 1) % 3 + 1) + " steps"),
          second.notes);
      List<EpochRow> heard = new ArrayList<>(impatient.rows);
      heard.addAll(second.rows);
      assertEquals(whole.epochs(), heard);
      removeCheckpoints(trial);
    }
  }

  @Test
  void goesOnAfterEveryStep() {
    Trial trial = Trials.fake(4, "[{epochs: 3, learning_rate: 0.1}]", "[random_crop: 4]");
    Dataset data = Numbered.dataset(10, 7);
    Trained whole = train(trial, data);
    List<FakeModel.Call> calls = new ArrayList<>();
    for (int step = 0; step < model.steps.size(); step++) {
      FakeModel one = new FakeModel();
      assertThrows(Stopped.class, () -> train(trial, data, one, Listener.stopsAfter(1)));
      calls.addAll(one.steps);
    }
    Trained rest = train(trial, data, new FakeModel(), Listener.patient());
    assertEquals(model.steps, calls);
    assertEquals(whole.epochs(), rest.epochs());
    assertSameEvaluation(whole, rest);
  }

  private static void assertSameEvaluation(Trained some, Trained other) {
    assertEquals(text(some.test()), text(other.test()));
  }

  private static String text(@Nullable Evaluation test) {
    assertNotNull(test);
    return test.loss() + " " + boxed(test.predicted());
  }

  private void removeCheckpoints(Trial trial) {
    try {
      new Checkpoints(folder, trial.key(), "here", 1e6).delete();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
