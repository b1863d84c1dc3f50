package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two processes with the same experiment end with the same weights, to the last bit. */
class SameBitsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void inTwoProcesses(int threads) throws IOException, InterruptedException {
    String digest = digest(threads);
    assertTrue(digest.matches("[0-9a-f]{64}"), digest);
    assertEquals(digest, digest(threads));
  }

  private String digest(int threads) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            WeightsDigest.class.getName(),
            String.valueOf(threads));
    builder.environment().put("TF_DETERMINISTIC_OPS", "1");
    File log = folder.resolve("log.txt").toFile();
    Process process = builder.redirectError(log).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return said.strip();
  }
}
