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

  private final Map<String, byte[]> files;
  private final boolean anyWrong;

  private Report(Map<String, byte[]> files, boolean anyWrong) {
    this.files = files;
    this.anyWrong = anyWrong;
  }

  public static Report of(FolderResults results) {
    Comparison c = Comparison.of(results);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("report.md", markdown(c).getBytes(StandardCharsets.UTF_8));
    files.put("report.json", JsonReport.write(c));
    for (Drawing drawing : Drawing.all(c)) {
      files.put(drawing.path(), drawing.svg().get().getBytes(StandardCharsets.UTF_8));
    }
    return new Report(files, c.tally().diverged() + c.tally().failed() > 0);
  }

  private static String markdown(Comparison c) {
    return Section.ALL.stream()
        .map(section -> section.markdown(c))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** By path below the folder of results, with slashes. */
  public Map<String, byte[]> files() {
    return new LinkedHashMap<>(files);
  }

  /** Whether a current trial failed or diverged. */
  public boolean anyWrong() {
    return anyWrong;
  }

  /** Each file whole or not at all; figures that are no longer made are removed. */
  public void write(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!same(path, file.getValue())) {
        AtomicFile.write(path, file.getValue());
      }
    }
    for (String extra : superfluous(folder)) {
      Files.delete(folder.resolve(extra));
    }
  }

  /** The paths where what is stored is not what the results give; empty if all is well. */
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
