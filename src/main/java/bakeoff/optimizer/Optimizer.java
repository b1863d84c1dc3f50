package bakeoff.optimizer;

/** How gradients change weights; all have PyTorch's meaning. {@code permits} lists the kinds. */
public sealed interface Optimizer permits Sgd, Adam, Adamw, Rmsprop {

  /** What weights shrink by: times themselves, in the gradient or, decoupled, in the step. */
  double weightDecay();
}
