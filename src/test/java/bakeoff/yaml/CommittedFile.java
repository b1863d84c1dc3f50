package bakeoff.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in git that is made from the code: compared, or with {@code bakeoff.write} written. */
final class CommittedFile {

  private CommittedFile() {}

  static void assertCurrent(Path file, String text, Class<?> test) throws IOException {
    if (Boolean.getBoolean("bakeoff.write")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    }
    String committed = Files.exists(file) ? Files.readString(file) : "";
    assertEquals(
        text,
        committed,
        () ->
            file
                + " is not what the code gives; write it again with: mvn test -Dtest="
                + test.getSimpleName()
                + " -Dbakeoff.write=true");
  }
}
