package bakeoff.yaml;

import bakeoff.dataset.DatasetSource;
import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.problem.Spelling;
import bakeoff.spec.Experiment;
import bakeoff.spec.ExperimentFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads experiment files, and tells every mistake in them at once. */
public final class ExperimentReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,99}");
  private static final long LARGEST_FILE = 1 << 20;

  /** Words about an experiment, which one that extends it does not take over. */
  private static final List<String> OWN = List.of("description", "reference");

  private final Problems problems;
  private final List<Setting> settings;

  public ExperimentReader(Problems problems, List<Setting> settings) {
    this.problems = problems;
    this.settings = List.copyOf(settings);
  }

  /**
   * An experiment as another part of the program wrote it.
   *
   * @throws IllegalArgumentException if it has a mistake
   */
  public static Experiment parse(String text) {
    Problems problems = new Problems();
    Binder binder = new Binder(problems);
    return NodeParser.parse(text, "experiment", problems)
        .flatMap(node -> binder.bind(node, Experiment.class, ""))
        .orElseThrow(() -> new IllegalArgumentException(problems.sorted().toString()));
  }

  /**
   * A data set by its name, with its defaults.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static DatasetSource dataset(String name) {
    Problems problems = new Problems();
    Node node = new Node.Scalar(Mark.whole(name), name, Node.Scalar.Kind.TEXT);
    return new Binder(problems)
        .bind(node, DatasetSource.class, "dataset")
        .orElseThrow(() -> new IllegalArgumentException(problems.sorted().toString()));
  }

  /** Empty if the file has a mistake, which is then among the problems. */
  public Optional<ExperimentFile> read(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    String folder = folderOf(file);
    if (!NAME.matcher(name).matches() || !NAME.matcher(folder).matches()) {
      problems.add(
          Mark.whole(file.toString()),
          "the names of an experiment and its folder are letters, digits and . _ + -, and begin with"
              + " a letter or digit",
          name.startsWith("_") ? "a file with `_` before its name is a base: extend it" : null);
      return Optional.empty();
    }
    int before = problems.count();
    List<Path> lineage = new ArrayList<>();
    Optional<Node.Mapping> own = load(file, lineage);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Node root = own.get();
    for (Setting setting : settings) {
      root = setting.apply(root, file.toString(), problems);
    }
    Binder binder = new Binder(problems);
    Optional<Experiment> bound = binder.bind(root, Experiment.class, "");
    bound.ifPresent(experiment -> new Checks(problems, binder).check(experiment, own.get().at()));
    return problems.count() > before
        ? Optional.empty()
        : bound.map(
            experiment ->
                new ExperimentFile(file, folder, name, parent(file, lineage), experiment));
  }

  private static String folderOf(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
  }

  /** The nearest experiment of the same folder among those it extends; bases are looked through. */
  private static @Nullable String parent(Path file, List<Path> lineage) {
    for (Path ancestor : lineage.subList(1, lineage.size())) {
      String name = ancestor.getFileName().toString().replaceFirst("\\.ya?ml$", "");
      if (!name.startsWith("_")) {
        return folderOf(ancestor).equals(folderOf(file)) ? name : null;
      }
    }
    return null;
  }

  /** A file with everything it extends merged below it. */
  private Optional<Node.Mapping> load(Path file, List<Path> lineage) {
    lineage.add(file);
    Optional<Node> parsed = text(file).flatMap(t -> NodeParser.parse(t, file.toString(), problems));
    if (parsed.isEmpty()) {
      return Optional.empty();
    }
    if (!(parsed.get() instanceof Node.Mapping mapping)) {
      problems.add(
          parsed.get().at(),
          "an experiment is a map of keys; this is "
              + (parsed.get().size() == 1 ? "empty or a single word" : "a list"),
          "`bakeoff init` writes one to start from");
      return Optional.empty();
    }
    Node.Entry extend = mapping.entries().get(Extends.KEY);
    if (extend == null) {
      return Optional.of(mapping);
    }
    Map<String, Node.Entry> rest = new LinkedHashMap<>(mapping.entries());
    rest.remove(Extends.KEY);
    Node.Mapping child = Node.Mapping.of(mapping.at(), rest);
    Optional<Path> base = base(file, extend.value(), lineage);
    return base.flatMap(path -> load(path, lineage)).map(below -> merge(below, child));
  }

  private static Node.Mapping merge(Node.Mapping base, Node.Mapping child) {
    Map<String, Node.Entry> inherited = new LinkedHashMap<>(base.entries());
    OWN.forEach(inherited::remove);
    Node.Mapping below = Node.Mapping.of(base.at(), inherited);
    return (Node.Mapping) Merge.over(Experiment.class, below, child);
  }

  private Optional<Path> base(Path file, Node extend, List<Path> lineage) {
    String text = extend instanceof Node.Scalar scalar ? scalar.text() : "";
    if (!text.matches(Extends.PATH)) {
      problems.add(
          extend.at(),
          "`extends` names a .yaml file in this folder, or in one beside it",
          "for example `model-1.yaml` or `../cifar10/model-1.yaml`");
      return Optional.empty();
    }
    Path path = file.resolveSibling(text).normalize();
    List<Path> seen = lineage.stream().map(ExperimentReader::absolute).toList();
    if (seen.contains(absolute(path))) {
      List<String> names = new ArrayList<>();
      lineage.forEach(step -> names.add(step.getFileName().toString()));
      names.add(text);
      problems.add(extend.at(), "extends itself: " + String.join(" -> ", names));
      return Optional.empty();
    }
    if (!Files.isRegularFile(path)) {
      problems.add(extend.at(), "`" + text + "` is not there", nearest(path));
      return Optional.empty();
    }
    return Optional.of(path);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static @Nullable String nearest(Path missing) {
    try (Stream<Path> beside = Files.list(absolute(missing).resolveSibling("."))) {
      List<String> names =
          beside
              .map(path -> path.getFileName().toString())
              .filter(n -> n.endsWith(".yaml"))
              .toList();
      return Spelling.nearest(missing.getFileName().toString(), names)
          .map(name -> "did you mean `" + name + "`?")
          .orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  private Optional<String> text(Path file) {
    Mark whole = Mark.whole(file.toString());
    try {
      if (Files.size(file) > LARGEST_FILE) {
        problems.add(whole, "larger than 1 MiB; an experiment is a page of text");
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      problems.add(whole, "not UTF-8 text", "save it in the encoding UTF-8");
    } catch (IOException e) {
      problems.add(whole, "cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }
}
