package bakeoff.layer;

import bakeoff.schema.Doc;

/** How the pixels between pixels are found. */
public enum Interpolation {
  @Doc("each pixel several times.")
  NEAREST,
  @Doc("the mean of its neighbours, weighted by nearness, from centre to centre.")
  BILINEAR
}
