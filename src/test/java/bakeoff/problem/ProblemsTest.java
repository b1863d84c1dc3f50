package bakeoff.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {

  @Test
  void areToldInTheOrderOfTheFilesAndOnce() {
    Problems problems = new Problems();
    problems.add(new Mark("b.yaml", 1, 1), "third");
    problems.add(new Mark("a.yaml", 10, 3), "second", "a way out");
    problems.add(new Mark("a.yaml", 9, 7), "first");
    problems.add(new Mark("a.yaml", 9, 7), "first");
    assertEquals(
        List.of("a.yaml:9:7: first", "a.yaml:10:3: second\n    a way out", "b.yaml:1:1: third"),
        problems.sorted().stream().map(Problem::toString).toList());
  }
}
