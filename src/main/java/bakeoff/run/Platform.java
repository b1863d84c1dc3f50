package bakeoff.run;

import bakeoff.result.Provenance;
import bakeoff.spec.ContentKey;
import bakeoff.train.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What this machine is, as far as it can change bits. */
public final class Platform {

  /** From the widest: TensorFlow's kernels choose by these. */
  private static final List<String> VECTOR_SETS =
      List.of("amx_bf16", "avx512_bf16", "avx512f", "avx2", "avx", "sse4_2");

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
    Path cpuinfo = Path.of("/proc/cpuinfo");
    try {
      Set<String> flags =
          new HashSet<>(
              Files.readAllLines(cpuinfo).stream()
                  .filter(line -> line.startsWith("flags"))
                  .findFirst()
                  .map(line -> Arrays.asList(line.split("\\s+")))
                  .orElse(List.of()));
      return VECTOR_SETS.stream().filter(flags::contains).findFirst().orElse("baseline");
    } catch (IOException e) {
      return System.getProperty("os.arch", "unknown").equals("aarch64") ? "neon" : "unknown";
    }
  }
}
