package bakeoff.run;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of NVIDIA's is on this machine, found without loading any of it. */
public final class Nvidia {

  /** What TensorFlow 2.18's CUDA build opens by name; the first is the driver's. */
  private static final List<String> LIBRARIES =
      List.of(
          "libcuda.so.1",
          "libcudart.so.12",
          "libcublas.so.12",
          "libcublasLt.so.12",
          "libcufft.so.11",
          "libcusolver.so.11",
          "libcusparse.so.12",
          "libcudnn.so.9");

  private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

  private Nvidia() {}

  /** The driver's own line; empty if none is loaded. */
  public static Optional<String> driver() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/driver/nvidia/version"))) {
      return lines.findFirst().map(line -> line.replaceFirst("^NVRM version: *", ""));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The models. */
  public static List<String> gpus() {
    List<String> models = new ArrayList<>();
    try (Stream<Path> gpus = Files.list(Path.of("/proc/driver/nvidia/gpus"))) {
      for (Path gpu : gpus.sorted().toList()) {
        Files.readAllLines(gpu.resolve("information")).stream()
            .filter(line -> line.startsWith("Model:"))
            .forEach(line -> models.add(line.substring("Model:".length()).strip()));
      }
    } catch (IOException e) {
      return models;
    }
    return models;
  }

  /** Whether a run may use any: a container may have been given the second one alone. */
  public static boolean isThere() {
    return isThere(Path.of("/dev"), System.getenv(VISIBLE));
  }

  static boolean isThere(Path devices, @Nullable String visible) {
    if (visible != null && Gpus.of("", visible).names().isEmpty()) {
      return false;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(devices, "nvidia[0-9]*")) {
      return found.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  /** Those a run may use. */
  static Gpus visible() {
    String given = System.getenv(VISIBLE);
    return Gpus.of(given == null ? listed() : "", given);
  }

  /** Empty if the driver's program is not there. */
  private static String listed() {
    try {
      Process process = new ProcessBuilder("nvidia-smi", "-L").start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** The names of the driver's and CUDA's libraries that the loader would not find. */
  public static List<String> missing() throws IOException, InterruptedException {
    String known = loaderCache();
    return LIBRARIES.stream()
        .filter(name -> !known.contains("\t" + name + " ") && !isOnLibraryPath(name))
        .toList();
  }

  /** Those it would find. */
  public static List<String> found() throws IOException, InterruptedException {
    List<String> missing = missing();
    return LIBRARIES.stream().filter(name -> !missing.contains(name)).toList();
  }

  private static boolean isOnLibraryPath(String name) {
    String path = System.getenv("LD_LIBRARY_PATH");
    return path != null
        && Stream.of(path.split(File.pathSeparator, -1))
            .anyMatch(folder -> !folder.isEmpty() && Files.exists(Path.of(folder, name)));
  }

  private static String loaderCache() throws IOException, InterruptedException {
    for (String program : List.of("/sbin/ldconfig", "/usr/sbin/ldconfig")) {
      if (Files.isExecutable(Path.of(program))) {
        Process process = new ProcessBuilder(program, "-p").start();
        byte[] said = process.getInputStream().readAllBytes();
        process.waitFor();
        return new String(said, StandardCharsets.UTF_8);
      }
    }
    return "";
  }
}
