package bakeoff.loss;

import bakeoff.schema.Doc;
import bakeoff.schema.Synonyms;

@Doc("The mean over the classes of the squared distance of outputs to 1 for the label, else 0.")
@Synonyms({"mse", "mse_loss"})
public record MeanSquaredError() implements Loss {}
