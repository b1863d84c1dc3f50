package bakeoff.optimizer;

/** How gradients change weights; all have PyTorch's meaning. {@code permits} lists the kinds. */
public sealed interface Optimizer permits Sgd, Adam {}
