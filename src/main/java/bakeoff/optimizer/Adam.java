package bakeoff.optimizer;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc("Adam with bias correction (Kingma and Ba 2015).")
public record Adam(
    @Doc("The share of the mean gradient that is kept.")
        @Default("0.9")
        @Range(min = 0, below = 1)
        @Synonyms({"beta_1", "betas"})
        double beta1,
    @Doc("The share of the mean squared gradient that is kept.")
        @Default("0.999")
        @Range(min = 0, below = 1)
        @Synonyms({"beta_2"})
        double beta2,
    @Doc("Added to the root of the mean square.")
        @Default("1e-8")
        @Range(above = 0)
        @Synonyms({"eps"})
        double epsilon,
    @Doc("Coupled: this times the weights is added to their gradient; `adamw` decouples it.")
        @Default("0")
        @Range(min = 0)
        double weightDecay)
    implements Optimizer {}
