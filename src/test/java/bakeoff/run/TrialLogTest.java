package bakeoff.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TrialLogTest {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("some/1/log.txt");
  }

  @Test
  void addsToWhatIsThere() throws IOException {
    try (TrialLog log = new TrialLog(file())) {
      log.add("one");
    }
    try (TrialLog log = new TrialLog(file())) {
      log.add("two ä");
      assertEquals(List.of("two ä"), log.lastLines());
    }
    assertEquals(List.of("one", "two ä"), Files.readAllLines(file()));
  }

  @Test
  void remembersWhatItCannotWrite() throws IOException {
    Files.createDirectories(file()); // a folder, where the file should be
    try (TrialLog log = new TrialLog(file())) {
      log.add("one");
      assertEquals(List.of("one"), log.lastLines());
    }
  }

  @Test
  void remembersTheLastTwentyLines() throws IOException {
    try (TrialLog log = new TrialLog(file())) {
      for (int i = 0; i < 50; i++) {
        log.add("line " + i);
      }
      assertEquals(20, log.lastLines().size());
      assertEquals("line 30", log.lastLines().get(0));
      assertEquals("line 49", log.lastLines().get(19));
    }
  }

  @Test
  void isCutAtSixteenMegabytes() throws IOException {
    String line = "x".repeat(1 << 20);
    try (TrialLog log = new TrialLog(file())) {
      for (int i = 0; i < 20; i++) {
        log.add(line + i);
      }
      assertTrue(log.lastLines().get(19).endsWith("19"));
    }
    assertTrue(Files.size(file()) <= 16 << 20, Files.size(file()) + " bytes");
  }

  @Test
  void takesALineThatComesAfterItsEnd() throws IOException {
    TrialLog log = new TrialLog(file());
    log.add("one");
    log.close();
    log.add("late");
    log.close();
    assertEquals(List.of("one", "late"), log.lastLines());
    assertEquals(List.of("one"), Files.readAllLines(file()));
  }

  @Test
  void saysWhenAnAttemptHasFilledIt() throws IOException {
    String line = "x".repeat(1 << 20);
    for (int attempt = 0; attempt < 2; attempt++) { // the second begins anew
      try (TrialLog log = new TrialLog(file())) {
        log.add(line);
        assertFalse(log.isFull());
        for (int i = 0; i < 16; i++) {
          log.add(line);
        }
        assertTrue(log.isFull());
      }
      assertTrue(Files.size(file()) > 14 << 20);
      assertTrue(Files.size(file()) <= 16 << 20);
    }
  }

  /** The thread that reads a worker's log has to read on, or the worker would wait for it. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskThatIsFullEndsTheLogAndNothingElse() throws IOException {
    Files.createDirectories(file().resolveSibling(""));
    Files.createSymbolicLink(file(), Path.of("/dev/full"));
    try (TrialLog log = new TrialLog(file())) {
      log.add("one");
      log.add("two");
      assertEquals(List.of("one", "two"), log.lastLines());
    }
  }

  @Test
  void knowsTheSignalOfJavasLastWords() throws IOException {
    try (TrialLog log = new TrialLog(file())) {
      log.add("# A fatal error has been detected by the Java Runtime Environment:");
      assertEquals(Optional.empty(), log.signal());
      log.add("#  SIGSEGV (0xb) at pc=0x00007f3c (sent by kill), pid=7, tid=8");
      log.add("# JRE version: OpenJDK Runtime Environment (17.0)");
      assertEquals(Optional.of("SIGSEGV"), log.signal());
    }
  }
}
