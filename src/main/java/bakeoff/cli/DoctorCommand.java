package bakeoff.cli;

import bakeoff.dataset.DataPlace;
import bakeoff.dataset.DatasetSource;
import bakeoff.problem.UserError;
import bakeoff.run.Durations;
import bakeoff.run.Inspected;
import bakeoff.run.Nvidia;
import bakeoff.run.Platform;
import bakeoff.run.TensorFlowCheck;
import bakeoff.train.Device;
import bakeoff.yaml.ExperimentReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bakeoff doctor}: whether this machine can train, and what to do. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    header = "Say what TensorFlow, the machine and the folders look like, and what to do.",
    description = {
      "",
      "Loads TensorFlow in a process of its own, which may die of it. Exits with 1 if nothing can be"
          + " trained here.",
      ""
    })
final class DoctorCommand implements Callable<Integer> {

  /** A folder with less is as good as full: TensorFlow alone unpacks 700 MB. */
  private static final double ENOUGH_GIGABYTES = 1;

  @Mixin private Folders folders = new Folders();

  @Spec private CommandSpec spec;

  private final List<String> toDo = new ArrayList<>();
  private boolean canTrain = true;

  @Override
  public Integer call() throws IOException, InterruptedException {
    DataPlace.choose(folders.data());
    line("bakeoff", new Version().getVersion()[0].replace("bakeoff ", "") + ", Java " + java());
    tensorFlow(TensorFlowCheck.make());
    gpu();
    data();
    folder("results", folders.results());
    folder("runs", folders.runs());
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    if (toDo.isEmpty()) {
      out.println("Nothing to do: `bakeoff run experiments/quickstart` trains in a minute.");
    }
    toDo.forEach(action -> out.println("- " + action));
    return canTrain ? 0 : 1;
  }

  private void line(String what, String state) {
    spec.commandLine().getOut().printf(Locale.ROOT, "%-12s%s%n", what, state);
  }

  private static String java() {
    return System.getProperty("java.version")
        + " on "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch");
  }

  private void tensorFlow(TensorFlowCheck check) {
    Inspected inspected = check.inspected();
    String failure = inspected.failure();
    if (failure != null) {
      canTrain = false;
      line("TensorFlow", "cannot be loaded: " + failure);
      toDo.add(remedy(failure));
    } else {
      String oneDnn = check.oneDnn().map(state -> ", oneDNN " + state).orElse("");
      String took = ", loaded in " + Durations.text(check.seconds());
      line("TensorFlow", inspected.tensorflow() + oneDnn + took);
    }
    int cores = Runtime.getRuntime().availableProcessors();
    String set = Platform.provenance(Device.CPU, "").instructionSet();
    String bfloat16 = Platform.hasBfloat16(Device.CPU) ? "yes" : "no (needs avx512_bf16)";
    line("CPU", cores + " cores, " + set + "; precision bfloat16: " + bfloat16);
    check.cpuFeatures().ifPresent(features -> line("", "TensorFlow uses " + features));
  }

  private static String remedy(String failure) {
    if (failure.contains("NoClassDefFound") || failure.contains("ClassNotFound")) {
      return "TensorFlow's jars are not beside the program (lib/): build it again with `mvn -q -DskipTests package`";
    }
    if (failure.contains("signal 4")) {
      return "this CPU lacks instructions that TensorFlow was built with (AVX): train on another machine";
    }
    if (failure.contains("no jni") || failure.contains("Could not find jni")) {
      return "no native library for this platform is in lib/: there are builds for Linux x86-64 and"
          + " arm64, macOS arm64 and Windows x86-64; `mvn -q -DskipTests package` takes this one's";
    }
    Path cache = Path.of(System.getProperty("user.home"), ".javacpp", "cache");
    return "the native library is damaged, or lacks a library of the system: delete "
        + cache
        + ", see that 1 GB is free there, and try again";
  }

  private void gpu() throws IOException, InterruptedException {
    List<String> gpus = Nvidia.gpus();
    boolean build = Devices.isGpuBuild();
    line("GPU", gpus.isEmpty() ? "none" : String.join(", ", gpus));
    line("", "driver: " + Nvidia.driver().orElse("none"));
    line("", "found: " + list(Nvidia.found()));
    line("", "missing: " + list(Nvidia.missing()));
    line("", build ? "this build computes on a GPU" : "this build computes on the CPU only");
    if (!gpus.isEmpty() && !build) {
      toDo.add("to use the GPU, build with `mvn -Pgpu -q -DskipTests package`");
    }
    if (!gpus.isEmpty() && build && !Nvidia.missing().isEmpty()) {
      toDo.add(
          "to use the GPU, install CUDA 12 and cuDNN 9, or put them on LD_LIBRARY_PATH; missing: "
              + list(Nvidia.missing()));
    }
    if (build && gpus.isEmpty()) {
      toDo.add("this build is for GPUs, and there is none (or no driver): it computes on the CPU");
    }
  }

  private static String list(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private void data() throws IOException {
    folder("data", folders.data());
    List<String> missing = new ArrayList<>();
    for (String name : DataCommand.released()) {
      DatasetSource source = ExperimentReader.dataset(name);
      try {
        source.look(folders.data());
        line("", name + ": here");
      } catch (UserError e) {
        line("", name + ": " + e.getMessage());
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      toDo.add("`bakeoff data fetch NAME` gets a data set you need: " + list(missing));
    }
  }

  /** It, or what it will be made in. */
  private void folder(String what, Path folder) throws IOException {
    Path there =
        Stream.iterate(folder.toAbsolutePath().normalize(), Path::getParent)
            .filter(Files::exists)
            .findFirst()
            .orElse(folder);
    FileStore disk = Files.getFileStore(there);
    double free = disk.getUsableSpace() / 1e9;
    boolean isNew = !Files.exists(folder);
    String state = isNew ? "not there yet" : Files.isDirectory(folder) ? "a folder" : "a file";
    line(what, String.format(Locale.ROOT, "%s: %s, %.0f GB free", folder, state, free));
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      canTrain &= what.equals("data");
      toDo.add(folder + " cannot be written to: --" + what + " DIR names another folder");
    } else if (free < ENOUGH_GIGABYTES) {
      toDo.add(
          "the disk of "
              + folder
              + " is nearly full: `bakeoff run --clean` removes what no trial needs");
    }
  }
}
