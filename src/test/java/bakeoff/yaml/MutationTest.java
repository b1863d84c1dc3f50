package bakeoff.yaml;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.problem.Problem;
import bakeoff.problem.Problems;
import bakeoff.spec.ExperimentFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files are read or refused with a place, quickly, and never with an exception. */
class MutationTest {

  private static final int FILES = 2_000;
  private static final List<String> PIECES =
      List.of(
          "\t",
          ": ",
          "- ",
          "{",
          "}",
          "[",
          "]",
          "&a ",
          "*a",
          "<<: ",
          "!!int ",
          "|\n",
          "'",
          "\"",
          "#",
          "null",
          "~",
          "-1",
          "1e999",
          ".nan",
          "0x",
          "\u0000",
          "\ud83d\ude00",
          "\r",
          "---\n",
          "extends: model-1.yaml\n",
          "$a",
          "${a}",
          "$$",
          "define: {a: $b, b: [$c, 1], c: $a}\n",
          "define: {a: 3}\n",
          "matrix: {training.batch_size: [1, 2]}\n",
          "matrix: {a: [1, 2], exclude: [{a: 1}]}\n",
          "99999999999999",
          ",",
          "?",
          "%",
          "@",
          "\n",
          "  ");

  @Test
  void damagedFilesAreReadOrRefusedWithAPlace(@TempDir Path folder) throws IOException {
    Random random = new Random(20_261_122); // fixed: a failure can be looked at again
    List<byte[]> whole = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("experiments/cifar10"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
        whole.add(Files.readAllBytes(file));
      }
    }
    int refused = 0;
    for (int i = 0; i < FILES; i++) {
      byte[] damaged = whole.get(random.nextInt(whole.size()));
      for (int times = 1 + random.nextInt(4); times > 0; times--) {
        damaged = damage(damaged, random);
      }
      Path file = Files.write(folder.resolve("damaged.yaml"), damaged);
      String text = new String(damaged, StandardCharsets.ISO_8859_1);
      Problems problems = new Problems();
      List<ExperimentFile> read =
          assertTimeoutPreemptively(
              Duration.ofSeconds(2), () -> new ExperimentReader(problems).read(file), () -> text);
      for (Problem problem : problems.sorted()) {
        assertTrue(problem.at().line() > 0 && problem.at().column() > 0, problem::toString);
        assertFalse(problem.message().isBlank());
        assertFalse(problem.toString().contains("com.fasterxml"), problem::toString);
        assertFalse(problem.toString().contains("org.yaml"), problem::toString);
      }
      assertTrue(!read.isEmpty() == problems.isEmpty(), problems.sorted()::toString);
      refused += read.isEmpty() ? 1 : 0;
    }
    // Some damage is to a comment, or gives another good file.
    assertTrue(refused > FILES / 2 && refused < FILES, "refused " + refused);
  }

  private static byte[] damage(byte[] text, Random random) {
    int from = random.nextInt(text.length);
    int to = Math.min(text.length, from + random.nextInt(12));
    byte[] middle =
        switch (random.nextInt(5)) {
          case 0 -> new byte[0]; // a piece is lost
          case 1 -> new byte[] {(byte) random.nextInt(256)};
          case 2 -> { // a piece from elsewhere
            int start = random.nextInt(text.length);
            yield Arrays.copyOfRange(text, start, Math.min(text.length, start + 40));
          }
          case 3 -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
          default -> Arrays.copyOfRange(text, from, text.length); // the rest twice
        };
    byte[] damaged = new byte[from + middle.length + text.length - to];
    System.arraycopy(text, 0, damaged, 0, from);
    System.arraycopy(middle, 0, damaged, from, middle.length);
    System.arraycopy(text, to, damaged, from + middle.length, text.length - to);
    return damaged.length == 0 ? new byte[] {'\n'} : damaged;
  }
}
