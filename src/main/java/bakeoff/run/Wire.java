package bakeoff.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Jobs and events as lines of JSON. */
public final class Wire {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private Wire() {}

  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every job and event can be written", e);
    }
  }

  public static <T> T read(String line, Class<T> type) throws JsonProcessingException {
    return MAPPER.readValue(line, type);
  }
}
