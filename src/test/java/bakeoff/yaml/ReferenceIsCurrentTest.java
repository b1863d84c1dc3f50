package bakeoff.yaml;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceIsCurrentTest {

  @Test
  void theCommittedReferenceIsWhatTheCodeGives() throws IOException {
    Path file = Path.of("experiments", "README.md");
    CommittedFile.assertCurrent(file, Reference.text(), ReferenceIsCurrentTest.class);
  }
}
