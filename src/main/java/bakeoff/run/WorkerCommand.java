package bakeoff.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Of what else TensorFlow would hear, all but this can change bits or the choice of kernels. */
  private static final Pattern HARMLESS = Pattern.compile("TF_(FORCE_)?GPU_.*|TF_CPP_.*");

  private static final Pattern HEARD =
      Pattern.compile("(TF|XLA|ONEDNN|DNNL)_.*|NVIDIA_TF32_OVERRIDE");

  /** Set while the build has commands rehearsed. */
  public static final String REHEARSAL = "bakeoff.rehearsal";

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
    program().ifPresent(home -> command.addAll(sharing(home.resolve("bin/worker.jsa"))));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath(), main));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(WorkerCommand::changesBits);
    builder.environment().putAll(ENVIRONMENT);
    return builder;
  }

  /** Neither a content key nor a platform knows what a shell happens to say. */
  private static boolean changesBits(String variable) {
    return HEARD.matcher(variable).matches() && !HARMLESS.matcher(variable).matches();
  }

  /**
   * Class-data sharing: the build's rehearsal has a worker archive the classes that it loaded.
   * Without that file, or with another JDK, a worker is only slower to start.
   */
  private static List<String> sharing(Path archive) {
    if (Boolean.getBoolean(REHEARSAL)) {
      return List.of("-XX:ArchiveClassesAtExit=" + archive);
    }
    if (!Files.exists(archive)) {
      return List.of(); // naming it would also cost the archive that comes with the JDK
    }
    return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off");
  }

  /** Where the program is, if it is packaged. */
  private static Optional<Path> program() {
    String own = System.getProperty("java.class.path");
    boolean packaged = own.endsWith(".jar") && !own.contains(File.pathSeparator);
    return packaged ? Optional.of(Path.of(own).resolveSibling("")) : Optional.empty();
  }

  /**
   * The jar names no library of TensorFlow's, which the program itself never loads. In a fixed
   * order, which an archive of classes asks for.
   */
  private static String classPath() {
    String own = System.getProperty("java.class.path");
    return program()
        .map(home -> home.resolve("lib"))
        .filter(Files::isDirectory)
        .map(libraries -> own + File.pathSeparator + jars(libraries))
        .orElse(own);
  }

  private static String jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(".jar"))
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
