package bakeoff.layer;

import bakeoff.schema.Doc;
import bakeoff.schema.Synonyms;

/** How branches become one. */
public enum Combination {
  @Doc("number by number.")
  @Synonyms({"add"})
  SUM,
  @Doc("one's channels after the other's.")
  @Synonyms({"concatenate", "cat"})
  CONCAT,
  @Doc("number by number.")
  @Synonyms({"multiply", "mul"})
  PRODUCT
}
