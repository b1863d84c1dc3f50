package bakeoff.optimizer;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;

@Doc(
    "Stochastic gradient descent: v = momentum v + g; w = w - rate v (or, nesterov, g + momentum v).")
public record Sgd(
    @Doc("The share of the velocity that is kept.") @Default("0") @Range(min = 0, below = 1)
        double momentum,
    @Doc("Whether the step looks ahead along the velocity.") @Default("false") boolean nesterov,
    @Doc("The share of a gradient that does not enter the velocity, after the first step.")
        @Default("0")
        @Range(min = 0, below = 1)
        double dampening,
    @Doc("Coupled: this times the weights is added to their gradient.")
        @Default("0")
        @Range(min = 0)
        double weightDecay)
    implements Optimizer {}
