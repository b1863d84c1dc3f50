package bakeoff.worker;

import bakeoff.run.ExportOrder;
import bakeoff.run.Wire;
import bakeoff.tf.SavedModel;
import bakeoff.train.SafeTensors;
import bakeoff.yaml.ExperimentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** The process that writes a SavedModel: an order comes in on standard input. */
public final class Exporter {

  private Exporter() {}

  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    String line = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    ExportOrder order = Wire.read(line, ExportOrder.class);
    SafeTensors model = SafeTensors.read(Path.of(order.model()));
    SavedModel.write(
        ExperimentReader.parse(order.experiment()), model.arrays(), Path.of(order.to()));
    Runtime.getRuntime().halt(0); // without TensorFlow's own farewell
  }
}
