package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bakeoff.problem.Problems;
import bakeoff.problem.UserError;
import bakeoff.yaml.ExperimentReader;
import bakeoff.yaml.JsonSchema;
import bakeoff.yaml.Schemas;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InitCommandTest {

  @Test
  void writesAnExperimentThatTheSchemaBesideItTakes(@TempDir Path temp) throws IOException {
    Path folder = temp.resolve("experiments/mine");
    String said = init(folder);
    String file = Files.readString(folder.resolve("baseline.yaml"));
    assertEquals(List.of(), Schemas.mistakes(file));
    assertTrue(file.startsWith("# yaml-language-server: $schema=experiment.schema.json\n"), file);
    String schema = Files.readString(folder.resolve("experiment.schema.json"));
    assertEquals(JsonSchema.text(), schema);
    assertTrue(said.contains("bakeoff run " + folder), said);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void whatItWritesAndWhatItTellsToWriteNextCanBeRead(@TempDir Path temp) throws IOException {
    Path folder = temp.resolve("mine");
    init(folder);
    String file = Files.readString(folder.resolve("baseline.yaml"));
    String second = file.substring(file.indexOf("#   extends")).replaceAll("(?m)^#   ", "");
    assertEquals(List.of(), Schemas.mistakes(second));
    Files.writeString(folder.resolve("adam.yaml"), second);
    Problems problems = new Problems();
    ExperimentReader reader = new ExperimentReader(problems);
    assertEquals(1, reader.read(folder.resolve("baseline.yaml")).size(), problems::toString);
    var adam = reader.read(folder.resolve("adam.yaml")).get(0);
    assertEquals("baseline", adam.parent());
    assertEquals(List.of(), problems.sorted());
  }

  @Test
  void overwritesNothing(@TempDir Path temp) throws IOException {
    Path file = Files.writeString(temp.resolve("baseline.yaml"), "mine");
    UserError refused = assertThrows(UserError.class, () -> init(temp));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(file.toString()), message);
    assertEquals("mine", Files.readString(file));
    assertFalse(Files.exists(temp.resolve("experiment.schema.json")));
  }

  @Test
  void refusesAFileForAFolder(@TempDir Path temp) throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertThrows(UserError.class, () -> init(file));
  }

  private static String init(Path folder) throws IOException {
    StringWriter said = new StringWriter();
    InitCommand init = new InitCommand();
    new CommandLine(init).setOut(new PrintWriter(said)).parseArgs(folder.toString());
    assertEquals(0, init.call());
    return said.toString();
  }
}
