package bakeoff.yaml;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaIsCurrentTest {

  @Test
  void theCommittedSchemaIsWhatTheCodeGives() throws IOException {
    Path file = Path.of("experiments", "experiment.schema.json");
    CommittedFile.assertCurrent(file, JsonSchema.text(), SchemaIsCurrentTest.class);
  }
}
