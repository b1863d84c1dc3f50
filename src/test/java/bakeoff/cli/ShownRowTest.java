package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.layer.Row;
import bakeoff.yaml.ExperimentReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownRowTest {

  private static List<Row> rows(String layers) {
    return ExperimentReader.parse(
            "dataset: shapes\nmodel:\n  layers:\n"
                + layers.indent(4)
                + "training: {batch_size: 4, optimizer: sgd, phases: [{epochs: 1, learning_rate: 1}]}\n")
        .network()
        .rows();
  }

  private static List<String> shown(List<Row> rows) {
    return ShownRow.of(rows).stream()
        .map(shown -> " ".repeat(shown.row().depth()) + shown.name())
        .toList();
  }

  /** The first round sees three channels, the others eight. */
  @Test
  void roundsThatAreAlikeStandOnce() {
    List<Row> rows =
        rows(
            """
            - repeat:
                times: 19
                layers: [{conv2d: {filters: 8, kernel_size: 3, padding: same}}, repeat: {times: 2, layers: [batch_norm]}]
            - flatten
            - dense: classes
            """);
    assertEquals(1 + 19 * 7 + 2, rows.size());
    assertEquals(
        List.of(
            "repeat",
            " 0",
            "  conv2d",
            "  repeat",
            "   0 … 1, × 2",
            "    batch_norm",
            " 1 … 18, × 18",
            "  conv2d",
            "  repeat",
            "   0 … 1, × 2",
            "    batch_norm",
            "flatten",
            "dense"),
        shown(rows));
  }

  @Test
  void othersStandEachForItself() {
    List<Row> rows =
        rows(
            """
            - repeat: {times: 3, layers: [max_pool2d: 2]}
            - parallel: [[batch_norm], [batch_norm]]
            - flatten
            - dense: classes
            """);
    assertEquals(rows.size(), shown(rows).size());
  }
}
