package bakeoff.dataset;

/** A data set that is open for reading. */
public record Dataset(Split train, Split test) {}
