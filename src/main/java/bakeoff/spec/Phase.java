package bakeoff.spec;

import bakeoff.schedule.Schedule;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.OneOf;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc(
    "Some epochs or steps with one learning-rate schedule; optimizer state goes on from phase to"
        + " phase.")
@OneOf({"epochs", "steps"})
public record Phase(
    @Doc(
            value = "How often every training image is seen: 22, or 9.9. Either this or `steps`.",
            example = "22")
        @Range(above = 0, max = 1_000_000)
        @Nullable Double epochs,
    @Doc(value = "How many steps it lasts. Either this or `epochs`.", example = "10000")
        @Range(min = 1, max = Integer.MAX_VALUE)
        @Synonyms({"iterations", "max_steps"})
        @Nullable Integer steps,
    @Doc(value = "A number, or a schedule over this phase.", example = "0.001")
        @Synonyms({"lr", "rate"})
        Schedule learningRate,
    @Doc(
            value =
                "Patterns of the names of weights that do not learn in this phase, as in"
                    + " `parameter_groups`.",
            example = "[\"0.*\"]")
        @Default("[]")
        List<String> freeze) {

  public Phase {
    freeze = List.copyOf(freeze);
  }

  /** Whole epochs in which all weights learn. */
  public static Phase of(int epochs, Schedule learningRate) {
    return new Phase((double) epochs, null, learningRate, List.of());
  }
}
