package bakeoff.report;

import bakeoff.result.AtomicFile;
import bakeoff.result.Beside;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder's comparison as the files beside its results: derived from these, and nothing else. */
public final class Report {

  private static final String FIGURES = "figures";

  private final Comparison comparison;
  private @Nullable Map<String, byte[]> files;

  private Report(Comparison comparison) {
    this.comparison = comparison;
  }

  public static Report of(FolderResults results) {
    return new Report(Comparison.of(results));
  }

  /**
   * Writes a report of nothing, to nowhere: beside the reading of files this loads what writing one
   * takes, so that half of it need not be waited for.
   */
  public static Report rehearsed() {
    Report report = of(new FolderResults("", List.of(), List.of()));
    report.files();
    report.html();
    return report;
  }

  private static String markdown(Comparison c) {
    return Section.ALL.stream()
        .map(section -> section.markdown(c))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Those that go into git, by path below the folder of results, with slashes. */
  public Map<String, byte[]> files() {
    if (files == null) {
      files = new LinkedHashMap<>();
      files.put("report.md", markdown(comparison).getBytes(StandardCharsets.UTF_8));
      files.put("report.json", JsonReport.write(comparison));
      for (Drawing drawing : comparison.drawings()) {
        files.put(drawing.path(), drawing.svg().get().getBytes(StandardCharsets.UTF_8));
      }
    }
    return new LinkedHashMap<>(files);
  }

  /** The page to explore; it is not in git. */
  public byte[] html() {
    return HtmlReport.write(comparison);
  }

  /**
   * The page with the leader's mistaken test images; it is not in git either.
   *
   * @param folder where the results are, with the predictions beside them
   * @throws bakeoff.problem.UserError if predictions or data are missing
   */
  public byte[] htmlWithImages(Path folder, Path data) {
    return HtmlReport.write(comparison, List.of(HtmlMistaken.of(comparison, folder, data)));
  }

  /** Whether a current trial failed or diverged. */
  public boolean anyWrong() {
    return comparison.tally().diverged() + comparison.tally().failed() > 0;
  }

  /** The comparison that the fewest more seeds would settle; none if nothing is open. */
  public Optional<OpenQuestion> openQuestion() {
    return Next.openQuestion(comparison);
  }

  /** Each file whole or not at all; figures that are no longer made are removed. */
  public void write(Path folder) throws IOException {
    Beside<byte[]> page = Beside.start(this::html);
    Map<String, byte[]> all = files();
    all.put("report.html", page.get());
    AtomicFile.removeHalves(folder, "report");
    AtomicFile.removeHalves(folder.resolve(FIGURES), "");
    for (Map.Entry<String, byte[]> file : all.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!same(path, file.getValue())) {
        AtomicFile.write(path, file.getValue());
      }
    }
    for (String extra : superfluous(folder)) {
      Files.deleteIfExists(folder.resolve(extra));
    }
  }

  /** The paths in git where what is stored is not what the results give; empty if all is well. */
  public List<String> differing(Path folder) throws IOException {
    List<String> differing = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      if (!same(folder.resolve(file.getKey()), file.getValue())) {
        differing.add(file.getKey());
      }
    }
    differing.addAll(superfluous(folder));
    return differing;
  }

  private static boolean same(Path path, byte[] bytes) throws IOException {
    return Files.isRegularFile(path) && Arrays.equals(Files.readAllBytes(path), bytes);
  }

  private List<String> superfluous(Path folder) throws IOException {
    Path figures = folder.resolve(FIGURES);
    if (!Files.isDirectory(figures)) {
      return List.of();
    }
    Set<String> made = files().keySet();
    try (Stream<Path> found = Files.list(figures)) {
      return found
          .map(path -> FIGURES + "/" + Objects.requireNonNull(path.getFileName()))
          .filter(path -> path.endsWith(".svg") && !made.contains(path))
          .sorted()
          .toList();
    }
  }
}
