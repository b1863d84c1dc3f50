package bakeoff.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this program was started. */
final class Program {

  private Program() {}

  /** The words that start it again, from any folder. */
  static List<String> words() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      path.add(Path.of(entry).toAbsolutePath().normalize().toString());
    }
    boolean jar = path.size() == 1 && path.get(0).endsWith(".jar");
    return jar
        ? List.of(java, "-jar", path.get(0))
        : List.of(java, "-cp", String.join(File.pathSeparator, path), Bakeoff.class.getName());
  }
}
