package bakeoff.run;

import bakeoff.problem.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slurm's own commands. */
public final class Slurm {

  private static final Pattern MAX_ARRAY_SIZE = Pattern.compile("MaxArraySize\\s*=\\s*(\\d+)");

  private Slurm() {}

  /**
   * The number of the job.
   *
   * @throws UserError with Slurm's own words if it takes no such job
   */
  public static String submit(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sbatch", "--parsable"));
    command.addAll(arguments);
    return call(command).strip().replaceFirst(";.*", ""); // with a federation, ID;CLUSTER
  }

  /** The largest number that a task of an array may have. */
  public static int largestTask() throws IOException, InterruptedException {
    Matcher size = MAX_ARRAY_SIZE.matcher(call(List.of("scontrol", "show", "config")));
    if (!size.find() || Integer.parseInt(size.group(1)) < 2) {
      throw new UserError("this cluster takes no job arrays (MaxArraySize)");
    }
    return Integer.parseInt(size.group(1)) - 1;
  }

  private static String call(List<String> command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UserError(
          command.get(0) + ": no such command here",
          "submit from a machine of the cluster; --dry-run shows what would be submitted");
    }
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new UserError(
          "Slurm refuses: " + said.strip().replaceAll("(?m)^(sbatch|scontrol): (error: )?", ""),
          "the words behind `--` are sbatch's: `man sbatch`");
    }
    return said.lines()
        .filter(line -> !line.startsWith("sbatch: "))
        .reduce("", (a, b) -> a + b + "\n");
  }
}
