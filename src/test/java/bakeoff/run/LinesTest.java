package bakeoff.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

  private static List<String> lines(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    try (Lines reader = new Lines(new ByteArrayInputStream(bytes), 5)) {
      for (String line = reader.next(); line != null; line = reader.next()) {
        lines.add(line);
      }
    }
    return lines;
  }

  @Test
  void endWithALineFeedOrTheStream() throws IOException {
    assertEquals(List.of("one", "", "two ä"), lines("one\n\ntwo ä"));
    assertEquals(List.of("one", "two"), lines("one\r\ntwo\n"));
    assertEquals(List.of(), lines(""));
  }

  @Test
  void areCutWhereTheyAreTooLong() throws IOException {
    assertEquals(List.of("12345", "12345…", "1"), lines("12345\n123456789\n1"));
  }
}
