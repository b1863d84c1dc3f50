package bakeoff.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {

  private static Fields of(String value) throws IOException {
    return Fields.of(new ObjectMapper().readTree("{\"x\": " + value + "}"));
  }

  @Test
  void whateverAFloatHoldsIsANumber() throws IOException {
    assertEquals(3.4028235e38, of("3.4028235e38").number("x"));
    assertEquals(Double.NEGATIVE_INFINITY, of("\"-Infinity\"").number("x"));
  }

  @ParameterizedTest
  @CsvSource({"1e308", "-1e40", "true", "one"})
  void moreThanThatIsRefused(String value) throws IOException {
    Fields fields = of(value.equals("one") ? "\"one\"" : value);
    IOException refusal = assertThrows(IOException.class, () -> fields.number("x"));
    String told = String.valueOf(refusal.getMessage());
    assertEquals("x has to be a number", told.replaceFirst(" up to.*", ""));
  }
}
