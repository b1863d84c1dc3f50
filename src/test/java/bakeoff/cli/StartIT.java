package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archives of classes that the build makes: with {@code -Xshare:on} a JVM that cannot use its
 * archive does not start, neither the program's nor its worker's.
 */
@DisabledOnOs(OS.WINDOWS)
class StartIT {

  @TempDir private Path temp = Path.of("");

  @Test
  void theProgramAndItsWorkersUseTheArchivesOfTheBuild() throws IOException, InterruptedException {
    for (String archive : new String[] {"bakeoff.jsa", "worker.jsa"}) {
      assertTrue(Files.exists(Path.of("target/bin", archive)), archive);
    }
    ProcessBuilder builder =
        new ProcessBuilder(
                "target/bin/bakeoff",
                "run",
                "experiments/quickstart",
                "--only=linear",
                "--seeds=1",
                "--set=training.phases.0.epochs=1",
                "--results=" + temp.resolve("results"),
                "--runs=" + temp.resolve("runs"))
            .redirectErrorStream(true);
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Xshare:on");
    Process run = builder.start();
    run.getOutputStream().close();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, run.waitFor(), said);
    assertTrue(Files.exists(temp.resolve("results/quickstart/linear/1.json")), said);
  }
}
