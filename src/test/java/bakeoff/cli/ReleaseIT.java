package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive of {@code mvn -Prelease verify}, unpacked and run where there is no Java: nothing is
 * on the PATH but what the script itself calls.
 */
@DisabledOnOs(OS.WINDOWS)
class ReleaseIT {

  @TempDir private static Path temp = Path.of("");

  private static Path home = temp;
  private static Path path = temp;

  /** What a process said, errors too. */
  private record Said(int status, String text) {}

  @BeforeAll
  static void unpack() throws IOException, InterruptedException {
    Path archive;
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      archive = files.filter(f -> f.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
    }
    // A folder with a space in its name, as people have them.
    Path at = Files.createDirectories(temp.resolve("my programs"));
    Process tar =
        new ProcessBuilder("tar", "-xzf", archive.toAbsolutePath().toString(), "-C", at.toString())
            .inheritIO()
            .start();
    assertEquals(0, tar.waitFor());
    home = at.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
    path = Files.createDirectories(temp.resolve("path"));
    for (String name : List.of("dirname", "readlink")) {
      String text = "#!/bin/sh\nexec /usr/bin/" + name + " \"$@\"\n";
      assertTrue(Files.writeString(path.resolve(name), text).toFile().setExecutable(true));
    }
  }

  private static Said run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.contains("JAVA"));
    builder.environment().put("PATH", path.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), said);
  }

  private static Said bakeoff(String... arguments) throws IOException, InterruptedException {
    Path program = home.resolve("bin/bakeoff");
    return run(
        Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toArray(String[]::new));
  }

  @Test
  void theReadmeUnpacksAndRunsIt() throws IOException {
    String name = String.valueOf(home.getFileName());
    String platform = name.replaceFirst("bakeoff-[^-]+-", "");
    String block =
        "```sh\ntar -xzf "
            + name.replace(platform, "linux-x86_64")
            + ".tar.gz && cd "
            + name.replace(platform, "linux-x86_64")
            + "\nbin/bakeoff run experiments/quickstart\n```";
    assertTrue(Files.readString(home.resolve("README.md")).contains(block), block);
    assertTrue(Files.isDirectory(home.resolve("experiments/quickstart")));
  }

  @Test
  void thereIsNoJavaHere() throws IOException, InterruptedException {
    assertEquals(127, run("/bin/sh", "-c", "java -version").status());
  }

  @Test
  void helpAndCheck() throws IOException, InterruptedException {
    Said help = bakeoff("--help");
    assertEquals(0, help.status(), help.text());
    assertTrue(help.text().contains("Start with:  bakeoff init"), help.text());
    Said check = bakeoff("check", "experiments/quickstart");
    assertEquals(0, check.status(), check.text());
    assertTrue(check.text().contains("linear"), check.text());
  }

  /** The worker is a process of its own, and the runtime has all the modules that it needs. */
  @Test
  void trains() throws IOException, InterruptedException {
    Said run =
        bakeoff(
            "run",
            "experiments/quickstart",
            "--only=linear",
            "--seeds=1",
            "--set=training.phases.0.epochs=1",
            "--results=try",
            "--runs=runs");
    assertEquals(0, run.status(), run.text());
    assertTrue(Files.exists(home.resolve("try/quickstart/linear/1.json")), run.text());
    assertTrue(Files.exists(home.resolve("try/quickstart/report.html")), run.text());
  }

  @Test
  void theDoctorFindsTensorFlow() throws IOException, InterruptedException {
    Said doctor = bakeoff("doctor");
    assertEquals(0, doctor.status(), doctor.text());
    assertTrue(doctor.text().contains("TensorFlow  2.18.0"), doctor.text());
  }

  @Test
  void bashCompletesCommandsAndOptions() throws IOException, InterruptedException {
    String complete =
        "source completions/bakeoff; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_bakeoff;"
            + " echo \"${COMPREPLY[@]}\"";
    Said commands = run("/bin/bash", "-c", complete.formatted("bakeoff re", 1));
    assertEquals("report", commands.text().strip());
    Said options = run("/bin/bash", "-c", complete.formatted("bakeoff run --d", 2));
    assertTrue(options.text().contains("--dry-run"), options.text());
    assertTrue(options.text().contains("--device"), options.text());
  }

  @Test
  void saysWhatIsInIt() throws IOException {
    for (String name : List.of("LICENSE", "README.md", "bom.json", "runtime/legal/java.base")) {
      assertTrue(Files.exists(home.resolve(name)), name);
    }
    try (Stream<Path> natives = Files.list(home.resolve("lib"))) {
      assertEquals(
          1,
          natives.filter(jar -> jar.toString().matches(".*tensorflow-core-native-.*-.*")).count());
    }
    assertFalse(Files.exists(home.resolve("runtime/jmods")));
  }
}
