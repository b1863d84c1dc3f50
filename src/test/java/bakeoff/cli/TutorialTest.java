package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the tutorial, run as they stand, say what it shows. */
@Timeout(900)
class TutorialTest {

  private static final Path TUTORIAL = Path.of("experiments", "TUTORIAL.md");

  @TempDir private Path temp = Path.of("");

  private static List<String> blocks(String language) throws IOException {
    Pattern block = Pattern.compile("```" + language + "\n(.*?)```\n", Pattern.DOTALL);
    Matcher found = block.matcher(Files.readString(TUTORIAL));
    List<String> blocks = new ArrayList<>();
    while (found.find()) {
      blocks.add(found.group(1));
    }
    return blocks;
  }

  private Process bash(String script) throws IOException {
    Path bin = Files.createDirectories(temp.resolve("bin"));
    String words =
        Program.words().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    Path program =
        Files.writeString(bin.resolve("bakeoff"), "#!/bin/sh\nexec " + words + " \"$@\"\n");
    assertTrue(program.toFile().setExecutable(true));
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", script).directory(temp.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH", bin + File.pathSeparator + System.getenv("PATH"),
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_AUTHOR_NAME", "me",
                "GIT_AUTHOR_EMAIL", "me@example.org",
                "GIT_COMMITTER_NAME", "me",
                "GIT_COMMITTER_EMAIL", "me@example.org"));
    builder.environment().remove("BAKEOFF_RUNS");
    return builder.start();
  }

  @Test
  void itsCommandsSayWhatItShows() throws IOException, InterruptedException {
    assumeTrue(File.separatorChar == '/', "the commands are for a Unix shell");
    List<String> commands = blocks("sh");
    assertEquals(5, commands.size(), "one for each step");
    Process process = bash("set -e\n" + String.join("", commands) + "cat results/mine/report.md\n");
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    int shown = 0;
    for (String block : blocks("text")) {
      for (String line : block.lines().toList()) {
        String pattern =
            List.of(line.strip().split("…", -1)).stream()
                .map(part -> Pattern.quote(part.strip()))
                .collect(Collectors.joining(".*"));
        assertTrue(Pattern.compile("(?m)^ *" + pattern + " *$").matcher(said).find(), line + said);
        shown++;
      }
    }
    assertEquals(6, shown);
  }
}
