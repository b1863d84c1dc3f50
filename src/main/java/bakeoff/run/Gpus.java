package bakeoff.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The GPUs of a run, by the names that CUDA_VISIBLE_DEVICES takes; a worker gets one of them. */
record Gpus(List<String> names) {

  private static final Pattern LISTED =
      Pattern.compile("GPU (\\d+): .*\\(UUID: (GPU-[0-9a-fA-F-]+)\\)");

  Gpus {
    names = List.copyOf(names);
  }

  /** For a run on the CPU. */
  static Gpus none() {
    return new Gpus(List.of());
  }

  /**
   * @param listed what {@code nvidia-smi -L} prints
   * @param visible CUDA_VISIBLE_DEVICES as a cluster or a user has set it; null for all
   */
  static Gpus of(String listed, @Nullable String visible) {
    if (visible != null) {
      return new Gpus(
          List.of(visible.split(",", -1)).stream()
              .map(String::strip)
              .takeWhile(name -> !name.isEmpty() && !name.equals("-1")) // as CUDA reads it
              .toList());
    }
    List<String> names = new ArrayList<>();
    for (String line : listed.lines().toList()) {
      Matcher gpu = LISTED.matcher(line.strip());
      if (gpu.matches()) {
        names.add(gpu.group(2));
      }
    }
    return new Gpus(names);
  }

  /** How many trials can be trained at once. */
  int count() {
    return Math.max(1, names.size());
  }

  /** One that none of these workers has; empty if none is left, or the driver names none. */
  Optional<String> free(Collection<Optional<String>> taken) {
    return names.stream().filter(name -> !taken.contains(Optional.of(name))).findFirst();
  }
}
