package bakeoff.yaml;

import bakeoff.problem.Mark;
import java.nio.file.Path;
import java.util.List;

/**
 * A file with everything it extends merged below it.
 *
 * @param root the whole, with {@code define} of all and {@code matrix} of the file itself
 * @param own what the file itself says
 * @param lineage the file, the one it extends, and so on
 */
record Family(Node.Mapping root, Node.Mapping own, List<Member> lineage) {

  /**
   * A file of the lineage.
   *
   * @param extending where it names the one it extends; its beginning if it extends none
   */
  record Member(Path file, Mark extending, boolean hasMatrix) {}

  Family {
    lineage = List.copyOf(lineage);
  }
}
