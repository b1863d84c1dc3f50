package bakeoff.spec;

import bakeoff.schedule.Monitor;
import bakeoff.schedule.ValidationFigures;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;
import java.util.List;

@Doc(
    "Training ends, whatever phases would follow, when the validation images have got no better for so"
        + " many epochs, as with Keras's EarlyStopping.")
public record EarlyStopping(
    @Doc(value = "After so many epochs without improvement training ends.", example = "10")
        @Range(min = 1, max = 1_000_000)
        int patience,
    @Doc("What has to improve.") @Default("loss") Monitor monitor,
    @Doc("An improvement is a change for the better by more than this.")
        @Default("0")
        @Range(min = 0)
        @Synonyms({"threshold"})
        double minDelta) {

  /** Whether training ends after these epochs. */
  public boolean ends(List<ValidationFigures> epochs) {
    return monitor.waited(epochs, minDelta) >= patience;
  }
}
