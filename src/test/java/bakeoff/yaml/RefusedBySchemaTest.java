package bakeoff.yaml;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** What the reader refuses, an editor refuses too, where a schema can say so. */
class RefusedBySchemaTest {

  /** No schema can do sums, follow a file to another, or look at how a value is written. */
  private static final Pattern BEYOND_A_SCHEMA =
      Pattern.compile(
          String.join(
              "|",
              "(batch_size|epochs)` is `010`", // how a number is written
              "learning_rate` is `1e999`", // more than a double holds
              "`conv2d.use_bias` is `yes`", // true in YAML 1.1
              "a tag, ",
              "fits none of the network's weights",
              "`whitening` (gives|is for)",
              "`nesterov` (goes without|needs)", // one key beside another
              "`batch_norm.momentum` is the share", // a word of caution
              "kernel_size \\d+x\\d+ is larger", // shapes
              "dense takes a row",
              "the last layer gives",
              "softmax in the last layer",
              "weights of .* would take",
              "the (body|first branch) gives",
              "groups do not divide",
              "`normalize.mean` has 2 numbers, but an image has 3 channels",
              "`nope.yaml` is not there", // other files
              "extends itself",
              "^bad.yaml:"));

  private static Stream<Arguments> changes() {
    return Stream.of(
            MistakesTest.values(),
            MistakesTest.names(),
            MistakesTest.syntax(),
            MistakesTest.misfits())
        .flatMap(Function.identity())
        .map(a -> Arguments.of(Read.with((String) a.get()[0], (String) a.get()[1]), a.get()[2]));
  }

  @Test
  void refusesWhatTheReaderRefuses() throws IOException {
    List<Arguments> all =
        Stream.of(changes(), MistakesTest.files(), MistakesTest.bases())
            .flatMap(Function.identity())
            .toList();
    int refused = 0;
    for (Arguments file : all) {
      String told = (String) file.get()[1];
      if (refuses((String) file.get()[0])) {
        refused++;
      } else {
        assertTrue(BEYOND_A_SCHEMA.matcher(told).find(), told);
      }
    }
    assertTrue(refused > 75, "refused: " + refused + " of " + all.size());
  }

  /** A text that is not YAML is refused before any schema. */
  private static boolean refuses(String yaml) throws IOException {
    try {
      return !Schemas.mistakes(yaml).isEmpty();
    } catch (JsonProcessingException e) {
      return true;
    }
  }
}
