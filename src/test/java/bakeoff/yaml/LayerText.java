package bakeoff.yaml;

import bakeoff.layer.Layer;
import bakeoff.problem.Mark;
import bakeoff.problem.Problems;

/** A layer from how it is written in a file. */
public final class LayerText {

  private LayerText() {}

  public static Layer of(String yaml) {
    Problems problems = new Problems();
    return NodeParser.value(yaml, Mark.whole("layer"), problems)
        .flatMap(node -> new Binder(problems).bind(node, Layer.class, "layer"))
        .orElseThrow(() -> new IllegalArgumentException(problems.sorted().toString()));
  }
}
