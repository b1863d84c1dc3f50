package bakeoff.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.claim.BetterThan;
import bakeoff.claim.Claim;
import bakeoff.claim.Comparative;
import bakeoff.claim.EquivalentTo;
import bakeoff.claim.HardestClasses;
import bakeoff.claim.NoBetterThan;
import bakeoff.claim.WorseThan;
import bakeoff.report.Finding.Answer;
import bakeoff.result.StoredTrial;
import bakeoff.spec.ExperimentFile;
import bakeoff.stats.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {

  private static final ExperimentFile A = Models.small("a", null, 10, 1, 2, 3);
  private static final ExperimentFile B = Models.small("b", "a", 20, 1, 2, 3);
  private static final ExperimentFile TOP = Models.small("top", null, 30, 1, 2, 3);

  /** With three seeds each: a at 50%, b at 50.1%, the file that claims at 60%, top at 70%. */
  private static Comparison compared(ExperimentFile claiming) {
    List<StoredTrial> stored = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      double chance = 0.002 * seed;
      stored.add(Results.finished(A, seed, 0.500 + chance, 0.6));
      stored.add(Results.finished(B, seed, 0.501 + chance, 0.6));
      stored.add(Results.finished(claiming, seed, 0.600 + chance, 0.7));
      stored.add(Results.finished(TOP, seed, 0.700 + chance, 0.8));
    }
    return Comparison.of(new FolderResults("cifar10", List.of(A, B, claiming, TOP), stored));
  }

  private static Finding only(Claim claim) {
    return only(compared(Models.claiming("c", "b", List.of(claim), 1, 2, 3)));
  }

  private static Finding only(Comparison comparison) {
    List<Finding> findings = Claims.findings(comparison);
    assertEquals(1, findings.size());
    return findings.get(0);
  }

  @Test
  void aClaimAboutAnotherThanTheParentIsAPlannedComparison() {
    Comparison plain = compared(Models.claiming("c", "b", List.of(), 1, 2, 3));
    Comparison parent = compared(Models.claiming("c", "b", List.of(new BetterThan("b")), 1, 2, 3));
    Comparison other = compared(Models.claiming("c", "b", List.of(new BetterThan("a")), 1, 2, 3));
    assertEquals(plain.planned().size(), parent.planned().size());
    assertEquals(plain.planned().size() + 1, other.planned().size());
    Planned added = other.between("a", "c").orElseThrow();
    assertEquals(Planned.Kind.CLAIM, added.kind());
    assertEquals(0.1, added.difference().difference(), 1e-6);
    assertEquals("b", other.edge(added.to()).orElseThrow().from().name());
  }

  /** It is told by name: that it is about the leader needs no second test. */
  @Test
  void aClaimAboutTheLeaderIsComparedOnce() {
    Comparison plain = compared(Models.claiming("c", "b", List.of(), 1, 2, 3));
    Comparison top = compared(Models.claiming("c", "b", List.of(new WorseThan("top")), 1, 2, 3));
    assertEquals(plain.planned().size(), top.planned().size());
    assertEquals(Planned.Kind.CLAIM, top.between("top", "c").orElseThrow().kind());
    assertEquals(
        Planned.Kind.CLAIM, top.againstLeader(top.row("c").orElseThrow()).orElseThrow().kind());
  }

  @Test
  void claimsAloneAreNoPublishedFigures() {
    Comparison c = compared(Models.claiming("c", "b", List.of(new BetterThan("a")), 1, 2, 3));
    assertEquals("", new Published(Form.SHORT).markdown(c));
    assertTrue(new Claims(Form.SHORT).markdown(c).contains("c is better than a"));
  }

  @Test
  void onlyThePageThatIsToHaveAllHasAll() {
    List<Claim> claims = Collections.nCopies(60, new BetterThan("a"));
    Comparison c = compared(Models.claiming("c", "b", claims, 1, 2, 3));
    String cut = new Claims(Form.SHORT).markdown(c);
    assertTrue(cut.contains("10 more claims are left out here"), cut);
    assertEquals(51, cut.split("c is better than a", -1).length);
    String page = new String(HtmlReport.write(c), StandardCharsets.UTF_8);
    assertFalse(page.contains("left out here"));
    assertEquals(61, page.split("c is better than a", -1).length);
  }

  @Test
  void itHoldsOrIsContradictedByTheVerdict() {
    assertEquals(Answer.HOLDS, only(new BetterThan("a")).answer());
    assertEquals(Answer.CONTRADICTED, only(new WorseThan("a")).answer());
    assertEquals(Answer.CONTRADICTED, only(new NoBetterThan("b")).answer());
    assertEquals(Answer.HOLDS, only(new WorseThan("top")).answer());
    assertEquals(Answer.NO_RESULTS, only(new WorseThan("nobody")).answer());
  }

  @Test
  void theGroundsAreTheDifferenceItsIntervalAndTheSeeds() {
    // Seeds have a standard deviation of 0.2 points in each of four groups, so eight degrees of
    // freedom: 2.306 * 0.2 * sqrt(2 / 3) = 0.377.
    String grounds = only(new BetterThan("a")).grounds();
    assertEquals(
        "+10.00 points (95% interval +9.62 to +10.38, p < 0.001), 3 seeds against 3 seeds",
        grounds);
  }

  @ParameterizedTest
  @CsvSource({
    "BETTER, HOLDS, CONTRADICTED, CONTRADICTED",
    "WORSE, CONTRADICTED, HOLDS, HOLDS",
    "WITHIN_NOISE, UNDECIDED, UNDECIDED, NOT_CONTRADICTED",
    "NO_DIFFERENCE, CONTRADICTED, CONTRADICTED, HOLDS",
    "ONE_SEED, UNDECIDED, UNDECIDED, UNDECIDED"
  })
  void answers(Verdict verdict, Answer better, Answer worse, Answer noBetter) {
    List<Comparative> claims =
        List.of(new BetterThan("a"), new WorseThan("a"), new NoBetterThan("a"));
    assertEquals(
        List.of(better, worse, noBetter),
        claims.stream().map(claim -> Claims.answer(claim, verdict)).toList());
  }

  /**
   * c is 10 points above b's 50.1%, which is 9.9; eight degrees of freedom make the half interval
   * 0.304.
   */
  @ParameterizedTest
  @CsvSource({"0.1021, HOLDS", "0.1020, UNDECIDED", "0.0960, UNDECIDED", "0.0959, CONTRADICTED"})
  void equivalenceIsANinetyPercentIntervalInsideTheMargin(double within, Answer answer) {
    assertEquals(answer, only(new EquivalentTo("b", within, false)).answer());
  }

  @Test
  void equivalenceGivesItsOwnInterval() {
    Finding finding = only(new EquivalentTo("b", 0.005, false));
    assertEquals("c is as good as b, give or take 0.5 points", finding.claim());
    assertEquals(
        "+9.90 points (90% interval +9.60 to +10.20), 3 seeds against 3 seeds", finding.grounds());
  }

  /** Seeds differ by five points, pairs by 0.1, 0.2 and 0.2: t(0.95, 2) is 2.920. */
  @ParameterizedTest
  @CsvSource({"0.0027, true, HOLDS", "0.0026, true, UNDECIDED", "0.0027, false, UNDECIDED"})
  void equivalenceOfPairs(double within, boolean paired, Answer answer) {
    Finding finding = ofPairs(new EquivalentTo("b", within, paired), 1);
    assertEquals(answer, finding.answer());
    if (paired) {
      assertEquals(
          "+0.17 points (90% interval +0.07 to +0.26), 3 seeds, paired", finding.grounds());
    }
  }

  @Test
  void seedsThatOneSideLacksAreNoPairs() {
    EquivalentTo claim = new EquivalentTo("b", 0.01, true);
    assertEquals(
        "+5.15 points (90% interval +4.83 to +5.47), 2 seeds, paired", ofPairs(claim, 2).grounds());
    Finding one = ofPairs(claim, 3);
    assertEquals(Answer.UNDECIDED, one.answer());
    assertTrue(one.grounds().endsWith("1 seed, paired; nothing tells how seeds vary"));
    assertTrue(ofPairs(claim, 4).grounds().contains("0 seeds, paired; nothing tells"));
  }

  private static Finding ofPairs(EquivalentTo claim, int first) {
    ExperimentFile b = Models.small("b", null, 20, 1, 2, 3);
    ExperimentFile c = Models.claiming("c", "b", List.of(claim), first, first + 1, first + 2);
    double[] before = {0.50, 0.55, 0.60};
    double[] after = {0.501, 0.552, 0.602};
    List<StoredTrial> stored = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      stored.add(Results.finished(b, 1 + i, before[i], 0.7));
      stored.add(Results.finished(c, first + i, after[i] + (first == 1 ? 0 : 0.1), 0.7));
    }
    return only(Comparison.of(new FolderResults("cifar10", List.of(b, c), stored)));
  }

  @Test
  void oneSeedIsNoEquivalence() {
    ExperimentFile b = Models.small("b", null, 20, 1);
    ExperimentFile c = Models.claiming("c", "b", List.of(new EquivalentTo("b", 0.5, false)), 1);
    List<StoredTrial> stored =
        List.of(Results.finished(b, 1, 0.6, 0.7), Results.finished(c, 1, 0.6, 0.7));
    Finding finding = only(Comparison.of(new FolderResults("cifar10", List.of(b, c), stored)));
    assertEquals(Answer.UNDECIDED, finding.answer());
  }

  /** In these results cats are right 16.7 points less often than all others. */
  @Test
  void hardestClasses() {
    assertEquals(Answer.HOLDS, only(new HardestClasses(List.of("cat"))).answer());
    assertEquals(Answer.UNDECIDED, only(new HardestClasses(List.of("cat", "dog"))).answer());
    Finding wrong = only(new HardestClasses(List.of("bird", "dog")));
    assertEquals(Answer.CONTRADICTED, wrong.answer());
    assertEquals("bird and dog are the classes that c gets right least often", wrong.claim());
    assertTrue(
        wrong.grounds().contains("cat (45.40%), the hardest of the others"), wrong.grounds());
  }

  /** The mean gap to dog is the smaller one, and sure; that to bird is not. */
  @Test
  void hardestByEveryPairOfClasses() {
    ExperimentFile file =
        Models.claiming("c", null, List.of(new HardestClasses(List.of("cat"))), 1, 2, 3);
    double[] birds = {0.02, 0.12, 0.19};
    List<StoredTrial> stored = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      List<Double> shares =
          new ArrayList<>(List.of(0.9, 0.9, 0.4, 0.40, 0.9, 0.45, 0.9, 0.9, 0.9, 0.9));
      shares.set(2, 0.36 + birds[seed - 1]);
      stored.add(Results.byClass(file, seed, shares));
    }
    Finding finding = only(Comparison.of(new FolderResults("cifar10", List.of(file), stored)));
    assertEquals(Answer.UNDECIDED, finding.answer());
    assertTrue(finding.grounds().startsWith("dog"), finding.grounds());
  }

  @Test
  void aClaimTheOtherWayRoundIsTheSameComparison() {
    ExperimentFile up = Models.claiming("c", null, List.of(new BetterThan("d")), 1, 2, 3);
    ExperimentFile down = Models.claiming("d", null, List.of(new WorseThan("c")), 1, 2, 3);
    List<StoredTrial> stored = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      stored.add(Results.finished(up, seed, 0.600 + 0.002 * seed, 0.7));
      stored.add(Results.finished(down, seed, 0.500 + 0.002 * seed, 0.7));
      stored.add(Results.finished(TOP, seed, 0.700 + 0.002 * seed, 0.8));
    }
    Comparison both = Comparison.of(new FolderResults("cifar10", List.of(up, down, TOP), stored));
    assertEquals(3, both.planned().size());
    assertTrue(Claims.findings(both).stream().allMatch(f -> f.answer() == Answer.HOLDS));
  }

  @Test
  void whatWasTestedOnOtherImagesIsNotCompared() {
    ExperimentFile c = Models.claiming("c", null, List.of(new BetterThan("a")), 1);
    List<StoredTrial> stored = new ArrayList<>();
    stored.add(Results.finished(TOP, 1, 0.7, 0.8));
    stored.add(Results.finished(c, 1, 0.6, 0.8));
    Comparison without = Comparison.of(new FolderResults("cifar10", List.of(A, c, TOP), stored));
    assertEquals(Answer.NO_RESULTS, only(without).answer());
    stored.add(Results.onOtherImages(Results.finished(A, 1, 0.5, 0.6)));
    Comparison with = Comparison.of(new FolderResults("cifar10", List.of(A, c, TOP), stored));
    assertEquals(Answer.UNDECIDED, only(with).answer());
    assertEquals("tested on other images", only(with).grounds());
  }

  @Test
  void oneTrainingsClassesAreUndecided() {
    ExperimentFile one = Models.claiming("c", null, List.of(new HardestClasses(List.of("cat"))), 1);
    Finding finding =
        only(
            Comparison.of(
                new FolderResults(
                    "cifar10", List.of(one), List.of(Results.finished(one, 1, 0.6, 0.7)))));
    assertEquals(Answer.UNDECIDED, finding.answer());
    assertTrue(finding.grounds().endsWith("test-set sampling only), 1 seed"), finding.grounds());
  }
}
