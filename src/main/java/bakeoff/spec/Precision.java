package bakeoff.spec;

import bakeoff.schema.Doc;

/** The number format that convolutions and dense layers compute in. */
public enum Precision {
  @Doc("IEEE single precision")
  FLOAT32,
  @Doc("products of bfloat16 numbers; weights, their updates and losses stay float32")
  BFLOAT16
}
