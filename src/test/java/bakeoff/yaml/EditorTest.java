package bakeoff.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bakeoff.layer.Conv2d;
import bakeoff.schema.Doc;
import bakeoff.schema.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an editor with the YAML language server makes of the schema in the repository. */
class EditorTest {

  private static final Path FOLDER = Path.of("experiments/quickstart").toAbsolutePath();
  private static final Path OPEN = FOLDER.resolve("being-written.yaml");
  private static final String TEXT =
      """
      # yaml-language-server: $schema=../experiment.schema.json
      dataset: shapes
      model:
        layers:
          - conv2d:
              filters: 6
              kernel_size: 5
              padding: same
              stride: 2
          - con
      training: {batch_size: 4, optimizer: sgd, phases: [{epochs: 1, learning_rate: 0.1}]}
      """;

  @SuppressWarnings("NullAway.Init")
  private YamlLanguageServer server;

  @BeforeEach
  void start() throws IOException {
    Optional<Path> program = YamlLanguageServer.program();
    assumeTrue(program.isPresent(), "yaml-language-server is not on the PATH");
    server = YamlLanguageServer.start(program.orElseThrow());
  }

  @AfterEach
  void close() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void itCompletesTheNamesOfLayers() {
    server.open(OPEN, TEXT);
    CompletionItem offered =
        server.completions(OPEN, new Position(9, 9)).stream()
            .filter(item -> item.getLabel().equals("conv2d"))
            .findFirst()
            .orElseThrow();
    String doc = Conv2d.class.getAnnotation(Doc.class).value();
    assertEquals(doc, offered.getDocumentation().map(text -> text, markup -> markup.getValue()));
    String inserted = offered.getTextEdit().getLeft().getNewText();
    assertTrue(inserted.startsWith("conv2d:"), inserted);
  }

  @Test
  void itShowsTheSentenceOfAKey() {
    server.open(OPEN, TEXT);
    String shown = server.hover(OPEN, new Position(7, 12)).replace("\\", "");
    Key padding =
        Key.of(Conv2d.class).stream().filter(key -> key.name().equals("padding")).findFirst().get();
    assertTrue(shown.contains(padding.doc()), shown);
    assertTrue(shown.contains("`same`: As many zeros as make the output ceil(input"), shown);
  }

  @Test
  void itUnderlinesAKeyThatIsNot() {
    List<Diagnostic> underlined = server.open(OPEN, TEXT.replace("    - con\n", ""));
    assertEquals(1, underlined.size(), underlined::toString);
    Diagnostic stride = underlined.get(0);
    assertEquals(new Position(8, 8), stride.getRange().getStart());
    assertEquals(new Position(8, 14), stride.getRange().getEnd());
    assertEquals("Property stride is not allowed.", stride.getMessage());
  }

  @Test
  void itUnderlinesNothingInTheFilesOfTheRepository() throws IOException {
    int files = 0;
    try (Stream<Path> all = Files.walk(Path.of("experiments").toAbsolutePath())) {
      for (Path file : all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        assertEquals(List.of(), server.open(file, Files.readString(file)), file::toString);
        files++;
      }
    }
    assertTrue(files > 15, "files: " + files);
  }
}
