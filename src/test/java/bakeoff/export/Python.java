package bakeoff.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Debian's Python, with what is installed beside it. */
public final class Python {

  private static final String PROGRAM = "/usr/bin/python3";

  private Python() {}

  public static boolean has(String module) throws IOException, InterruptedException {
    return Files.isExecutable(Path.of(PROGRAM))
        && new ProcessBuilder(PROGRAM, "-c", "import " + module)
                .redirectErrorStream(true)
                .start()
                .waitFor()
            == 0;
  }

  /** What it says. */
  public static String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PROGRAM));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}
