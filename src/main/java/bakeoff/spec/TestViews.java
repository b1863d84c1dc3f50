package bakeoff.spec;

import bakeoff.schema.Doc;

/** As what a test image is shown; its outputs are the mean of those of all views. */
public enum TestViews {
  @Doc("the image alone")
  NONE(1),
  @Doc("the image and its mirror image")
  MIRROR(2),
  @Doc(
      "both, and both of it shifted by a pixel up and left, and down and right, edges reflected;"
          + " shifted ones count half, as in airbench94")
  MIRROR_TRANSLATE(6);

  private final int count;

  TestViews(int count) {
    this.count = count;
  }

  public int count() {
    return count;
  }
}
