package bakeoff.run;

import bakeoff.result.Provenance;
import bakeoff.spec.ContentKey;
import bakeoff.train.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What this machine is, as far as it can change bits. */
public final class Platform {

  /** From the widest: x86's, by which TensorFlow's kernels choose, and then ARM's. */
  private static final List<String> VECTOR_SETS =
      List.of(
          "amx_bf16", "avx512_bf16", "avx512f", "avx2", "avx", "sse4_2", "sve2", "sve", "asimd");

  private static final Set<String> BFLOAT16_SETS = Set.of("amx_bf16", "avx512_bf16");

  private Platform() {}

  public static Provenance provenance(Device device, String tensorflow) {
    return new Provenance(
        os(),
        System.getProperty("os.arch", "unknown"),
        device.name().toLowerCase(Locale.ROOT),
        instructionSet(),
        tensorflow,
        ContentKey.SEMANTICS);
  }

  private static String os() {
    String name = System.getProperty("os.name", "unknown").toLowerCase(Locale.ROOT);
    return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macos" : name;
  }

  /**
   * Whether TensorFlow computes in bfloat16 here; where it cannot, it would compute in float32 and
   * say nothing.
   */
  public static boolean hasBfloat16(Device device) {
    return device == Device.CPU && BFLOAT16_SETS.contains(instructionSet());
  }

  private static String instructionSet() {
    try {
      return instructionSet(Files.readAllLines(Path.of("/proc/cpuinfo")));
    } catch (IOException e) {
      return System.getProperty("os.arch", "unknown").equals("aarch64") ? "neon" : "unknown";
    }
  }

  /**
   * @param cpuinfo Linux's; x86 has flags there, ARM has Features
   */
  static String instructionSet(List<String> cpuinfo) {
    Set<String> flags =
        cpuinfo.stream()
            .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
            .findFirst()
            .map(line -> Set.copyOf(List.of(line.split("\\s+"))))
            .orElse(Set.of());
    return VECTOR_SETS.stream().filter(flags::contains).findFirst().orElse("baseline");
  }
}
