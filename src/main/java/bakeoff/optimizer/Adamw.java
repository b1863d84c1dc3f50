package bakeoff.optimizer;

import bakeoff.schema.Default;
import bakeoff.schema.Doc;
import bakeoff.schema.Range;
import bakeoff.schema.Synonyms;

@Doc("Adam whose weight decay stays out of the gradient (Loshchilov and Hutter 2019).")
@Synonyms({"adam_w"})
public record Adamw(
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
    @Doc("Decoupled: a step takes rate times this of the weights away.")
        @Default("0.01")
        @Range(min = 0)
        double weightDecay)
    implements Optimizer {

  /** The same without the decay. */
  public Adam adam() {
    return new Adam(beta1, beta2, epsilon, 0);
  }
}
