package bakeoff.layer;

import bakeoff.schema.Doc;
import bakeoff.schema.Synonyms;

/** Functions applied to every number on its own (softmax: to the last axis). */
public enum ActivationFunction {
  @Doc("x")
  @Synonyms({"identity", "none"})
  LINEAR,
  @Doc("max(x, 0)")
  RELU,
  @Doc("min(max(x, 0), 6)")
  RELU6,
  @Doc("x where positive, else 0.01 x (PyTorch's slope)")
  LEAKY_RELU,
  @Doc("x where positive, else exp(x) - 1")
  ELU,
  @Doc("x Φ(x), with the exact normal distribution function")
  GELU,
  @Doc("the tanh approximation of gelu")
  GELU_TANH,
  @Doc("x sigmoid(x)")
  @Synonyms({"swish"})
  SILU,
  @Doc("x min(max(x + 3, 0), 6) / 6")
  HARD_SWISH,
  @Doc("hyperbolic tangent")
  TANH,
  @Doc("1 / (1 + exp(-x))")
  @Synonyms({"logistic"})
  SIGMOID,
  @Doc("exp(x) over its sum")
  SOFTMAX
}
