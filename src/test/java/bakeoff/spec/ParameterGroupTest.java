package bakeoff.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterGroupTest {

  @ParameterizedTest
  @CsvSource({
    "conv2d, '', 0.conv2d/kernel, true",
    "conv2d, '', 0.separable_conv2d/kernel, false",
    "conv2d, '', 2.residual/body/1.conv2d/bias, true",
    "residual, '', 2.residual/body/1.conv2d/bias, true",
    "body, '', 2.residual/body/1.conv2d/bias, false",
    "'', */bias, 2.residual/body/1.conv2d/bias, true",
    "'', */bias, 2.residual/body/1.conv2d/kernel, false",
    "'', 2.*, 2.residual/body/1.conv2d/kernel, true",
    "'', 2.*, 12.dense/kernel, false",
    "'', 2?*, 2.dense/kernel, false",
    "dense, */bias, 1.dense/bias, true",
    "dense, */bias, 1.dense/kernel, false",
    "dense, */bias, 1.conv2d/bias, false",
    "'', '', 1.conv2d/bias, true",
  })
  void holds(String layer, String pattern, String name, boolean held) {
    List<String> layers = layer.isEmpty() ? List.of() : List.of(layer);
    List<String> patterns = pattern.isEmpty() ? List.of() : List.of(pattern);
    assertEquals(held, new ParameterGroup(layers, patterns, 1, null).holds(name));
  }
}
