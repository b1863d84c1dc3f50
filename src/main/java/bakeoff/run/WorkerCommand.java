package bakeoff.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a process is started that may load TensorFlow. */
public final class WorkerCommand {

  /**
   * What TensorFlow reads when it is loaded. Where the precision is bfloat16, sums and products of
   * numbers one by one stay float32: in bfloat16 airbench94 trained 545 images/s, so 733, in a run
   * of 48 steps each.
   */
  public static final Map<String, String> ENVIRONMENT =
      Map.of(
          "TF_DETERMINISTIC_OPS",
          "1",
          "TF_AUTO_MIXED_PRECISION_GRAPH_REWRITE_INFERLIST_REMOVE",
          "Mul,Add,AddV2,AddN",
          "TF_CPP_MIN_LOG_LEVEL",
          "1");

  private static final int NATIVE_ACCESS_ASKED_SINCE = 22;

  private WorkerCommand() {}

  /** The process, not yet started, that runs this class with little said by TensorFlow. */
  public static ProcessBuilder of(String main, String... options) {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-Xss2m"));
    command.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"); // TensorFlow's memory is its own
    command.add("-Dorg.bytedeco.javacpp.maxBytes=0");
    if (Runtime.version().feature() >= NATIVE_ACCESS_ASKED_SINCE) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath(), main));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(ENVIRONMENT);
    return builder;
  }

  /** The jar names no library of TensorFlow's, which the program itself never loads. */
  private static String classPath() {
    String own = System.getProperty("java.class.path");
    if (!own.endsWith(".jar") || own.contains(File.pathSeparator)) {
      return own;
    }
    Path libraries = Path.of(own).resolveSibling("lib");
    return Files.isDirectory(libraries) ? own + File.pathSeparator + libraries.resolve("*") : own;
  }
}
