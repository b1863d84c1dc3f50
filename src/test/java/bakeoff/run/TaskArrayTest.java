package bakeoff.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskArrayTest {

  private static List<TaskArray> of(int largest, Integer... shards) {
    return TaskArray.of(new TreeSet<>(List.of(shards)), largest);
  }

  @Test
  void isWrittenAsSlurmTakesIt() {
    assertEquals("1-3,7,9-10", of(1000, 9, 1, 2, 3, 7, 10).get(0).text(Integer.MAX_VALUE));
    assertEquals("1-3,7,9-10%2", of(1000, 9, 1, 2, 3, 7, 10).get(0).text(2));
    assertEquals("5", of(1000, 5).get(0).text(1));
    assertEquals(List.of(), of(1000));
  }

  @Test
  void isCutAtTheLargestTask() {
    assertEquals(
        List.of(
            new TaskArray(0, List.of(2, 1000)),
            new TaskArray(1000, List.of(1)),
            new TaskArray(2000, List.of(500))),
        of(1000, 2, 1000, 1001, 2500));
    TreeSet<Integer> many =
        IntStream.rangeClosed(1, 2500).boxed().collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        List.of("1-1000", "1-1000", "1-500"),
        TaskArray.of(many, 1000).stream().map(array -> array.text(1000)).toList());
  }
}
