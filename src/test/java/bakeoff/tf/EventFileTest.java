package bakeoff.tf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.EagerSession;
import org.tensorflow.Output;
import org.tensorflow.exceptions.TFOutOfRangeException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TString;

class EventFileTest {

  @TempDir private Path folder = Path.of("");

  /** Read by TensorFlow's own reader of records, which checks their checksums. */
  @Test
  void holdsWhatWasWritten() throws IOException {
    try (EventFile events = new EventFile(folder.resolve("new"))) {
      events.scalar("epoch/test_accuracy", 3, 0.625);
      events.scalar("epoch/test_accuracy", 4, 0.75);
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder.resolve("new"))) {
      files = all.toList();
    }
    assertEquals(1, files.size());
    assertTrue(files.get(0).getFileName().toString().startsWith("events.out.tfevents."));
    List<byte[]> records = records(files.get(0));
    assertEquals(3, records.size());
    assertTrue(text(records.get(0)).contains("brain.Event:2"));
    assertScalar(records.get(1), 3, 0.625f);
    assertScalar(records.get(2), 4, 0.75f);
  }

  /** An Event: field 2 is the step, and its summary holds the tag and the number. */
  private static void assertScalar(byte[] record, int step, float number) {
    assertTrue(text(record).contains("epoch/test_accuracy"));
    assertEquals(0x10, record[9]); // after the wall time, a double in field 1
    assertEquals(step, record[10]);
    byte[] bits = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(number).array();
    assertTrue(text(record).contains(text(bits)));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static List<byte[]> records(Path file) {
    List<byte[]> records = new ArrayList<>();
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);
      Output<TString> dataset = // the generated one asks for offsets, and then fails over them
          tf.scope()
              .opBuilder("TFRecordDataset", "TFRecordDataset")
              .addInput(tf.constant(file.toString()).asOutput())
              .addInput(tf.constant("").asOutput())
              .addInput(tf.constant(0L).asOutput())
              .build()
              .output(0);
      var iterator = tf.data.anonymousIterator(List.of(TString.class), List.of(Shape.scalar()));
      tf.data.makeIterator(dataset, iterator.handle());
      while (true) {
        var next =
            tf.data.iteratorGetNext(
                iterator.handle(), List.of(TString.class), List.of(Shape.scalar()));
        TString record = (TString) next.components().get(0).asTensor();
        records.add(record.asBytes().getObject());
      }
    } catch (TFOutOfRangeException end) {
      return records;
    }
  }
}
