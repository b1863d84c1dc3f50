package bakeoff.spec;

import bakeoff.claim.Claim;
import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("Figures published for this experiment, shown beside ours; they change no result.")
public record Reference(
    @Doc(value = "A fraction of 1, as published: 0.53 stands for [0.53, 0.54).", example = "0.53")
        @Range(min = 0, max = 1)
        @Nullable Double testAccuracy,
    @Doc(value = "A fraction of 1, as published.", example = "0.6329") @Range(min = 0, max = 1)
        @Nullable Double trainAccuracy,
    @Doc(value = "The training loss, as published.", example = "1.278") @Range(min = 0)
        @Nullable Double loss,
    @Doc(value = "Where they were published.", example = "the article, model 1")
        @Nullable String source,
    @Doc(
            value =
                "Why ours differ from them, as far as is known; the report shows it beside them.",
            example = "measured after the last epoch, not during it")
        @Nullable String note,
    @Doc(
            "What is said of it there, or expected of it here: the report tells whether results bear it"
                + " out. Two experiments compared by a claim are a planned comparison.")
        @Default("[]")
        List<Claim> claims) {

  public Reference {
    claims = List.copyOf(claims);
  }
}
