package bakeoff.cli;

import bakeoff.dataset.DataPlace;
import bakeoff.problem.Problems;
import bakeoff.problem.UserError;
import bakeoff.report.Report;
import bakeoff.result.AtomicFile;
import bakeoff.result.ResultStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bakeoff report}: writes the comparison again from stored results. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    header = "Write the comparison again from stored results.",
    description = {
      "",
      "Reports follow from the results and the experiment files alone: the same give the same"
          + " bytes.",
      ""
    })
final class ReportCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "RESULTS",
      arity = "0..1",
      description = "The results of one folder, or of all; default: results.")
  private Path given = Path.of("results");

  @Option(
      names = "--check",
      description = "Write nothing; exit with 1 if a stored report is not what the results give.")
  private boolean check;

  @Option(
      names = "--images",
      description = "Write also report-images.html, with test images that the leader mistakes.")
  private boolean images;

  @Option(
      names = "--experiments",
      paramLabel = "DIR",
      description = "Where the folders of experiments are; default: experiments, beside results.")
  private @Nullable Path experiments;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where data sets are, for --images and those of your own; default: $BAKEOFF_DATA, or data.")
  private @Nullable Path data;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    DataPlace.choose(data);
    if (images && check) {
      throw new UserError("--images writes and --check does not", "leave out one of them");
    }
    if (!Files.isDirectory(given)) {
      throw new UserError(given + ": no such folder", "`bakeoff run` makes results");
    }
    Path whole = given.toAbsolutePath().normalize();
    boolean one = ResultStore.isFolder(whole);
    Path above = given.getParent() == null ? given.resolve("..") : given.getParent();
    Path root = one ? above : given;
    ResultStore results = new ResultStore(root);
    List<String> folders = one ? List.of(whole.getFileName().toString()) : results.folders();
    if (folders.isEmpty()) {
      throw new UserError(given + ": holds no results", "`bakeoff run` makes some");
    }
    Path files = experiments(results);
    if (!Files.isDirectory(files)) {
      throw new UserError(
          files + ": no such folder; without their files all experiments would be gone",
          "--experiments DIR names the folder that has those of the experiments");
    }
    Problems problems = new Problems();
    Map<Path, Report> reports = new LinkedHashMap<>();
    for (String folder : folders) {
      reports.put(
          results.folder(folder),
          FolderReport.of(
              folder, files.resolve(folder), List.of(), name -> true, results, problems));
    }
    if (!problems.isEmpty()) {
      problems.sorted().forEach(spec.commandLine().getErr()::println);
      return 2;
    }
    boolean good = true;
    for (Map.Entry<Path, Report> entry : reports.entrySet()) {
      if (check) {
        good &= isCurrent(entry.getValue(), entry.getKey(), out);
      } else {
        write(entry.getValue(), entry.getKey(), out);
      }
    }
    return good ? 0 : 1;
  }

  private Path experiments(ResultStore results) {
    return experiments == null
        ? results.root().toAbsolutePath().normalize().resolveSibling("experiments")
        : experiments;
  }

  private void write(Report report, Path into, PrintWriter out) throws IOException {
    report.write(into);
    out.println(into.resolve("report.md"));
    if (images) {
      Path page = into.resolve("report-images.html");
      AtomicFile.write(page, report.htmlWithImages(into, DataPlace.get()));
      out.println(page);
    }
  }

  private static boolean isCurrent(Report report, Path folder, PrintWriter out) throws IOException {
    List<String> differing = report.differing(folder);
    for (String file : differing) {
      out.println(
          folder.resolve(file)
              + ": not what the results and the experiments give; `bakeoff report` writes it again");
    }
    return differing.isEmpty();
  }
}
