package bakeoff.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bakeoff.result.EpochRow;
import bakeoff.train.Device;
import bakeoff.train.Observer;
import bakeoff.train.Trials;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

  static Stream<Event> events() {
    Observer.Moment moment = new Observer.Moment(2, 5, 1, 2, 12_000, 100_000, 400, 2.5, 0.125);
    EpochRow row = new EpochRow(1, 1, 1e-7, 2.3, 0.1, 2.25, 0.5, List.of(2.5, 2.25));
    return Stream.of(
        new Event.Progress(moment, 1.0 / 3),
        new Event.Progress(moment, Double.POSITIVE_INFINITY),
        new Event.Epoch(row, 5),
        new Event.Done(true, null),
        new Event.Done(false, new Event.Reported(0.5, 3, null)),
        new Event.Done(false, new Event.Reported(0.5, null, 7)),
        new Event.Held("process 17"),
        new Event.Elsewhere(),
        new Event.Alive(),
        new Event.Failed("line one\nline \"two\" \u2028 ä"),
        new Event.Halted());
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventIsOneLine(Event event) throws JsonProcessingException {
    String line = Wire.line(event);
    assertEquals(line.length() - 1, line.indexOf('\n'));
    assertEquals(event, Wire.read(line, Event.class));
  }

  @Test
  void everyEventHasAnExample() {
    assertEquals(
        Stream.of(Event.class.getPermittedSubclasses()).map(Class::getName).sorted().toList(),
        events().map(event -> event.getClass().getName()).distinct().sorted().toList());
  }

  @Test
  void aJobIsOneLine() throws JsonProcessingException {
    Places places = new Places(Path.of("data ä"), Path.of("a\\b"), Path.of("runs"));
    Job job = Job.of(Trials.quick("some", 3, "[4]").trials().get(0), true, places, Device.GPU);
    String line = Wire.line(job);
    assertEquals(line.length() - 1, line.indexOf('\n'));
    assertEquals(job, Wire.read(line, Job.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"onednn_verbose,v1,info", "{}", "{\"event\": \"other\"}", "7", ""})
  void whatIsNoEventIsRefused(String line) {
    assertThrows(JsonProcessingException.class, () -> Wire.read(line, Event.class));
  }
}
