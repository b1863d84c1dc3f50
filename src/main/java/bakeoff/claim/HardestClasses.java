package bakeoff.claim;

import bakeoff.schema.Doc;
import bakeoff.schema.Main;
import bakeoff.schema.NotEmpty;
import java.util.List;

@Doc("The classes it gets right least often, in any order.")
public record HardestClasses(
    @Doc(value = "Their names.", example = "[bird, cat]") @Main @NotEmpty List<String> classes)
    implements Claim {

  public HardestClasses {
    classes = List.copyOf(classes);
  }
}
