package bakeoff.cli;

import bakeoff.dataset.DataPlace;
import bakeoff.export.PyTorchModel;
import bakeoff.problem.UserError;
import bakeoff.run.ExportOrder;
import bakeoff.run.Wire;
import bakeoff.run.WorkerCommand;
import bakeoff.spec.ExperimentFile;
import bakeoff.spec.SpecWriter;
import bakeoff.spec.Trial;
import bakeoff.train.Array;
import bakeoff.train.SafeTensors;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bakeoff export}: a trained network as a file of another tool. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    header = "Write a trained network for TensorFlow or PyTorch.",
    description = {
      "",
      "savedmodel: a folder for TensorFlow and TensorFlow Serving. Takes raw uint8 images, batch x"
          + " height x width x channels; normalization is inside. Gives logits, probabilities,"
          + " classes, labels.",
      "pytorch:    model.py, which needs torch alone, beside its weights.",
      "What `augmentation` does to test images is not part of the network.",
      ""
    })
final class ExportCommand implements Callable<Integer> {

  /** Whose file is written. */
  enum Format {
    SAVEDMODEL,
    PYTORCH
  }

  @Parameters(paramLabel = "NAME", description = "An experiment: conv, or quickstart/conv.")
  private String name = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "savedmodel (the default) or pytorch.")
  private Format format = Format.SAVEDMODEL;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which of its trials; default: its first.")
  private @Nullable Integer seed;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "The folder to write; default: NAME-SEED-FORMAT here.")
  private @Nullable Path to;

  @Option(
      names = "--train",
      description = {
        "If its weights are not in RUNS, as on a fresh clone: train it again, and export it if that"
            + " gives the bytes of the stored result."
      })
  private boolean train;

  @Option(
      names = "--even-if-different",
      description = {
        "With --train: export it though the bytes are others, as on another kind of machine."
      })
  private boolean anyway;

  @Mixin private Folders folders = new Folders();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (anyway && !train) {
      throw new UserError("--even-if-different is about what --train gives", "give both");
    }
    DataPlace.choose(folders.data());
    Reading reading = Reading.of(List.of());
    if (reading.hasMistakes()) {
      reading.printMistakes(spec.commandLine().getErr());
      return 2;
    }
    Trial trial = trial(reading.experiments());
    Path folder =
        to == null
            ? Path.of(
                trial.file().name()
                    + "-"
                    + trial.seed()
                    + "-"
                    + format.name().toLowerCase(Locale.ROOT))
            : to;
    if (Files.exists(folder)) {
      throw new UserError(folder + ": is there already", "name another folder with --to");
    }
    TrainedNetwork network = new TrainedNetwork(trial, folders, spec.commandLine().getErr());
    Optional<Path> found = train ? network.findOrTrain(anyway) : Optional.of(network.find());
    if (found.isEmpty()) {
      spec.commandLine().getErr().println("nothing is exported; --even-if-different does it");
      return 1;
    }
    Path model = found.get();
    Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
    delete(partial);
    switch (format) {
      case SAVEDMODEL -> savedModel(trial, model, partial);
      case PYTORCH -> pytorch(trial, model, partial);
    }
    Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    spec.commandLine().getOut().println(folder);
    if (!trial.experiment().augmentation().test().isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("its test accuracy is of augmented images; the network takes any");
    }
    return 0;
  }

  private Trial trial(List<ExperimentFile> experiments) {
    List<ExperimentFile> named =
        experiments.stream()
            .filter(file -> List.of(file.name(), file.folder() + "/" + file.name()).contains(name))
            .toList();
    if (named.size() != 1) {
      List<String> all =
          (named.isEmpty() ? experiments : named)
              .stream().map(file -> file.folder() + "/" + file.name()).toList();
      throw new UserError(
          name + (named.isEmpty() ? ": no such experiment" : ": several have that name"),
          "there " + (all.size() == 1 ? "is " : "are ") + String.join(", ", all));
    }
    List<Trial> trials = named.get(0).trials();
    return trials.stream()
        .filter(trial -> seed == null || trial.seed() == seed)
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    name + " has no seed " + seed,
                    "its seeds are " + trials.stream().map(Trial::seed).toList()));
  }

  private static void savedModel(Trial trial, Path model, Path to)
      throws IOException, InterruptedException {
    ExportOrder order =
        new ExportOrder(
            SpecWriter.full(trial.experiment()).toString(), model.toString(), to.toString());
    Process process =
        WorkerCommand.of("bakeoff.worker.Exporter")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream input = process.getOutputStream()) {
      input.write(Wire.line(order).getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      delete(to);
      throw new IOException("the export ended with " + status + ":\n" + said);
    }
  }

  private static void pytorch(Trial trial, Path model, Path to) throws IOException {
    PyTorchModel module = new PyTorchModel(trial);
    SafeTensors all = SafeTensors.read(model);
    Map<String, Array> kept = new TreeMap<>(all.arrays());
    kept.keySet().retainAll(module.arrays());
    Files.createDirectories(to);
    Files.writeString(to.resolve("model.py"), module.text());
    try (FileChannel file =
        FileChannel.open(
            to.resolve("weights.safetensors"),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE)) {
      for (ByteBuffer part : SafeTensors.write(kept, all.metadata())) {
        while (part.hasRemaining()) {
          file.write(part);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
