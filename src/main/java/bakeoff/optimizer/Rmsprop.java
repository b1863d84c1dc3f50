package bakeoff.optimizer;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc("Gradients over the root of their mean square (Tieleman and Hinton 2012).")
@Synonyms({"rms_prop"})
public record Rmsprop(
    @Doc("The share of the mean square that is kept.")
        @Default("0.99")
        @Range(min = 0, below = 1)
        @Synonyms({"rho", "decay_rate", "decay"})
        double alpha,
    @Doc("Added to the root of the mean square.")
        @Default("1e-8")
        @Range(above = 0)
        @Synonyms({"eps"})
        double epsilon,
    @Doc("The share of the velocity that is kept.") @Default("0") @Range(min = 0, below = 1)
        double momentum,
    @Doc("Whether the mean gradient's square is taken off the mean square.") @Default("false")
        boolean centered,
    @Doc("Coupled: this times the weights is added to their gradient.")
        @Default("0")
        @Range(min = 0)
        double weightDecay)
    implements Optimizer {}
