package bakeoff.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.problem.UserError;
import bakeoff.spec.Trial;
import bakeoff.train.Trials;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

  private static final List<Trial> TRIALS =
      Trials.all(
          Trials.quick("short", 1, "[1, 2, 3, 4, 5, 6]"),
          Trials.quick("long", 300, "[1, 2]"),
          Trials.quick("middle", 100, "[1, 2, 3]"));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 11, 15})
  void everyTrialIsInExactlyOne(int of) {
    List<Trial> seen = new ArrayList<>();
    IntStream.rangeClosed(1, of).forEach(i -> seen.addAll(new Shard(i, of).part(TRIALS)));
    assertEquals(TRIALS.size(), seen.size());
    assertEquals(new HashSet<>(TRIALS), new HashSet<>(seen));
  }

  @Test
  void doNotDependOnTheOrderInWhichFilesAreNamed() {
    List<Trial> reversed = new ArrayList<>(TRIALS);
    Collections.reverse(reversed);
    assertEquals(Shard.split(TRIALS, 3), Shard.split(reversed, 3));
  }

  /** 300, 300, 100, 100, 100 epochs and six of one: each half has 450 and a little. */
  @Test
  void haveAboutTheSameToDo() {
    for (List<Trial> half : Shard.split(TRIALS, 2)) {
      int epochs = half.stream().mapToInt(trial -> trial.experiment().timetable().epochs()).sum();
      assertTrue(epochs >= 400 && epochs <= 506, half.toString());
    }
  }

  @Test
  void asManyAsTrialsHaveOneEach() {
    List<List<Trial>> split = Shard.split(TRIALS, TRIALS.size());
    assertTrue(split.stream().allMatch(part -> part.size() == 1));
    assertEquals("small/long/1", split.get(0).get(0).label());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/3", "4/3", "0/0", "x", "", "1", "1/", "/2", "-1/2", "1/2/3", "1.0/2"})
  void whatIsNoneIsRefused(String text) {
    UserError refused = assertThrows(UserError.class, () -> Shard.parse(text));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("--shard " + text + ": "));
    assertEquals(new Shard(3, 3), Shard.parse("3/3"));
  }
}
