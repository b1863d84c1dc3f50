package bakeoff.loss;

/** What training makes small. A kind is one record here; {@code permits} lists the kinds. */
public sealed interface Loss permits CrossEntropy, MeanSquaredError {}
