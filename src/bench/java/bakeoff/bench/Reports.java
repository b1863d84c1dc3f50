package bakeoff.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How {@code report} and {@code diff} grow with the experiments of a folder, in at most 1 GiB. */
final class Reports {

  private Reports() {}

  /** Arguments: data folder (not read), and how many experiments, as 10,100,1000. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.out.println(
        "| experiments | results, MB | report s | ms an experiment | diff s | ms an experiment |");
    System.out.println("|---:|---:|---:|---:|---:|---:|");
    for (String count : arguments[1].split(",", -1)) {
      row(Integer.parseInt(count));
    }
  }

  private static void row(int count) throws IOException, InterruptedException {
    MadeUp results = new MadeUp(count);
    long bytes = 0;
    try (var files = Files.walk(results.before())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        bytes += Files.size(file);
      }
    }
    String before = results.before().toString();
    double report = seconds("report", before, "--experiments", results.files().toString());
    double diff = seconds("diff", before, results.after().toString());
    System.out.printf(
        Locale.ROOT,
        "| %,d | %.1f | %.2f | %.1f | %.2f | %.1f |%n",
        count,
        bytes / 1e6,
        report,
        1000 * report / count,
        diff,
        1000 * diff / count);
  }

  private static double seconds(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(Timed.jar(arguments));
    command.add(1, "-Xmx1g");
    return Timed.seconds(command);
  }
}
