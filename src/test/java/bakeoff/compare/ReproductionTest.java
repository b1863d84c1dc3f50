package bakeoff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.result.Outcome;
import bakeoff.result.StoredTrial;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReproductionTest {

  private static Reproduction of(Fixture before, Fixture again) {
    StoredTrial stored = new StoredTrial("f", "net", before.trial(1, 0.5));
    return Reproduction.of(stored, again.trial(1, 0.5), false, List.of(stored));
  }

  @Test
  void whatDivergesInTheSameStepOnAnotherMachineIsReproduced() {
    Fixture before = Fixture.usual().ended(new Outcome.Diverged(1, 7));
    Reproduction same = of(before, before.on("avx512f"));
    assertEquals(Reproduction.Answer.WITHIN_NOISE, same.answer());
    assertTrue(
        same.words()
            .endsWith(
                "it is from linux amd64 cpu avx2 TensorFlow 2.18.0, this is linux amd64"
                    + " cpu avx512f TensorFlow 2.18.0"),
        same.words());
    Reproduction later = of(before, before.ended(new Outcome.Diverged(1, 8)));
    assertEquals(Reproduction.Answer.NOT_REPRODUCED, later.answer());
  }
}
