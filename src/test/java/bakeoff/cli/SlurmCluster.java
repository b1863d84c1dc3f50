package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A real Slurm on this machine: two nodes of one CPU, started and stopped by scripts. */
final class SlurmCluster {

  private static final Path SCRIPTS = Path.of("src/test/slurm").toAbsolutePath();

  private final Path folder;
  private final String configuration;

  SlurmCluster(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    Process up =
        new ProcessBuilder(SCRIPTS.resolve("slurm-up.sh").toString(), folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(up.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, up.waitFor(), said);
    this.configuration = said.strip().replaceFirst("^export SLURM_CONF=", "");
  }

  static boolean isInstalled() {
    return Stream.of("munged", "slurmctld", "slurmd", "sbatch")
        .allMatch(
            program ->
                Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin", "/usr/local/sbin")
                    .anyMatch(place -> Files.isExecutable(Path.of(place, program))));
  }

  /** What a command of the cluster, or the program, answers. */
  Call call(String... words) throws IOException, InterruptedException {
    Path err = Files.createTempFile("err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(words).redirectError(err.toFile());
    builder.environment().put("SLURM_CONF", configuration);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    String said = Files.readString(err);
    Files.delete(err);
    return new Call(status, out, said);
  }

  Call bakeoff(Object... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(Program.words());
    Stream.of(words).map(Object::toString).forEach(line::add);
    return call(line.toArray(String[]::new));
  }

  /** Of a job or a task, as {@code RUNNING}. */
  String state(String job) {
    return property(job, "JobState");
  }

  String property(String job, String name) {
    try {
      String out = call("scontrol", "show", "job", "-o", job).out();
      return out.replaceFirst("(?s)^.*?\\b" + name + "=(\\S*).*$", "$1");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    for (long end = System.nanoTime() + 120_000_000_000L; !condition.getAsBoolean(); ) {
      assertTrue(System.nanoTime() < end, what);
      Thread.sleep(200);
    }
  }

  void stop() throws IOException, InterruptedException {
    String down = SCRIPTS.resolve("slurm-down.sh").toString();
    assertEquals(0, new ProcessBuilder(down, folder.toString()).inheritIO().start().waitFor());
  }
}
