package bakeoff.cli;

import bakeoff.problem.UserError;
import bakeoff.result.AtomicFile;
import bakeoff.yaml.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bakeoff init}: a first experiment that runs, and the schema beside it. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    header = "Write a first experiment that runs, and the schema for editors beside it.")
public final class InitCommand implements Callable<Integer> {

  private static final String EXPERIMENT = "baseline.yaml";
  private static final String SCHEMA = "experiment.schema.json";

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "experiments/first",
      description = "The folder to write to; ${DEFAULT-VALUE} if not given.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    refuseToOverwrite(List.of(folder.resolve(EXPERIMENT), folder.resolve(SCHEMA)));
    AtomicFile.write(folder.resolve(EXPERIMENT), experiment());
    AtomicFile.write(folder.resolve(SCHEMA), JsonSchema.text().getBytes(StandardCharsets.UTF_8));
    PrintWriter out = spec.commandLine().getOut();
    out.print("Wrote " + folder.resolve(EXPERIMENT) + " and " + SCHEMA + " beside it. Next:\n");
    out.print("  bakeoff check " + folder + "   what it would take\n");
    out.print("  bakeoff run " + folder + "     train it and write the report\n");
    out.flush();
    return 0;
  }

  private void refuseToOverwrite(List<Path> files) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UserError(folder + " is a file", "name a folder, or a new one");
    }
    String there =
        files.stream().filter(Files::exists).map(Path::toString).collect(Collectors.joining(", "));
    if (!there.isEmpty()) {
      throw new UserError(there + " would be overwritten", "name another folder, or delete it");
    }
  }

  private static byte[] experiment() throws IOException {
    try (InputStream file = InitCommand.class.getResourceAsStream(EXPERIMENT)) {
      return Objects.requireNonNull(file).readAllBytes();
    }
  }
}
