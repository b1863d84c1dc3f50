package bakeoff.cli;

import bakeoff.problem.UserError;
import bakeoff.run.Nvidia;
import bakeoff.run.Plan;
import bakeoff.run.Platform;
import bakeoff.spec.Precision;
import bakeoff.spec.Trial;
import bakeoff.train.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which device a run computes on; found out without loading TensorFlow. */
final class Devices {

  /** A worker that says nothing for so long hangs. */
  static final double SILENCE_SECONDS = 15 * 60;

  private Devices() {}

  /**
   * @throws UserError if a GPU is asked for and there is none, or the build cannot use it
   */
  static Device choose(RunCommand.On on) {
    return switch (on) {
      case CPU -> Device.CPU;
      case AUTO -> isGpuBuild() && Nvidia.isThere() ? Device.GPU : Device.CPU;
      case GPU -> {
        if (!isGpuBuild()) {
          throw new UserError(
              "--device gpu: this build has TensorFlow for the CPU only",
              "build it with `mvn -Pgpu -q -DskipTests package`");
        }
        if (!Nvidia.isThere()) {
          throw new UserError(
              "--device gpu: no NVIDIA GPU is here (no /dev/nvidia*, or CUDA_VISIBLE_DEVICES names none)",
              "use --device cpu, or let the driver be installed");
        }
        yield Device.GPU;
      }
    };
  }

  /**
   * TensorFlow would compute in float32 and say nothing.
   *
   * @throws UserError if a trial asks for bfloat16 and this device has none
   */
  static void refuseBfloat16(Plan plan, Device device) {
    List<String> labels =
        plan.trials().stream()
            .map(Plan.Planned::trial)
            .filter(trial -> trial.experiment().training().precision() == Precision.BFLOAT16)
            .map(Trial::label)
            .toList();
    if (!labels.isEmpty() && !Platform.hasBfloat16(device)) {
      boolean elsewhere = Platform.hasBfloat16(Device.CPU);
      throw new UserError(
          (elsewhere
                  ? "precision: bfloat16 is for the CPU alone: "
                  : "precision: bfloat16 needs a CPU with avx512_bf16, which is not here: ")
              + String.join(", ", labels),
          elsewhere
              ? "train these with --device cpu"
              : "train the others with --only, or these with"
                  + " --set training.precision=float32 --results DIR");
    }
  }

  static boolean isGpuBuild() {
    Path lib = Path.of(System.getProperty("java.class.path")).resolveSibling("lib");
    if (!Files.isDirectory(lib)) {
      return false;
    }
    try (Stream<Path> jars = Files.list(lib)) {
      return jars.anyMatch(jar -> jar.toString().endsWith("-gpu.jar"));
    } catch (IOException e) {
      return false;
    }
  }
}
