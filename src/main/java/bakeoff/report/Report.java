package bakeoff.report;

import bakeoff.result.AtomicFile;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder's comparison as the files beside its results: derived from these, and nothing else. */
public final class Report {

  private static final String FIGURES = "figures";

  private final Comparison comparison;
  private final Map<String, byte[]> files;

  private Report(Comparison comparison, Map<String, byte[]> files) {
    this.comparison = comparison;
    this.files = files;
  }

  public static Report of(FolderResults results) {
    Comparison c = Comparison.of(results);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("report.md", markdown(c).getBytes(StandardCharsets.UTF_8));
    files.put("report.json", JsonReport.write(c));
    for (Drawing drawing : c.drawings()) {
      files.put(drawing.path(), drawing.svg().get().getBytes(StandardCharsets.UTF_8));
    }
    return new Report(c, files);
  }

  private static String markdown(Comparison c) {
    return Section.ALL.stream()
        .map(section -> section.markdown(c))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Those that go into git, by path below the folder of results, with slashes. */
  public Map<String, byte[]> files() {
    return new LinkedHashMap<>(files);
  }

  /** The page to explore; it is not in git. */
  public byte[] html() {
    return HtmlReport.write(comparison);
  }

  /** Whether a current trial failed or diverged. */
  public boolean anyWrong() {
    return comparison.tally().diverged() + comparison.tally().failed() > 0;
  }

  /** Each file whole or not at all; figures that are no longer made are removed. */
  public void write(Path folder) throws IOException {
    Map<String, byte[]> all = files();
    all.put("report.html", html());
    for (Map.Entry<String, byte[]> file : all.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!same(path, file.getValue())) {
        AtomicFile.write(path, file.getValue());
      }
    }
    for (String extra : superfluous(folder)) {
      Files.delete(folder.resolve(extra));
    }
  }

  /** The paths in git where what is stored is not what the results give; empty if all is well. */
  public List<String> differing(Path folder) throws IOException {
    List<String> differing = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
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
    try (Stream<Path> found = Files.list(figures)) {
      return found
          .map(path -> FIGURES + "/" + Objects.requireNonNull(path.getFileName()))
          .filter(path -> path.endsWith(".svg") && !files.containsKey(path))
          .sorted()
          .toList();
    }
  }
}
