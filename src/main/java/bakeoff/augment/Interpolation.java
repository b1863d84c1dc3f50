package bakeoff.augment;

import bakeoff.schema.Doc;

/** How a number between pixels is found. */
public enum Interpolation {
  @Doc("the pixel it falls into")
  NEAREST,
  @Doc("the mean of its four neighbours, weighted by nearness")
  BILINEAR
}
