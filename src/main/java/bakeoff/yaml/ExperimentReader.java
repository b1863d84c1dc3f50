package bakeoff.yaml;

import bakeoff.dataset.DatasetSource;
import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.problem.Spelling;
import bakeoff.spec.Experiment;
import bakeoff.spec.ExperimentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads experiment files, and tells every mistake in them at once. */
public final class ExperimentReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,99}");
  private static final String LETTERS =
      "letters, digits and . _ + - make a name; the first is a letter or digit";
  private static final String ENDING = ".yaml";

  /** Words about an experiment, which one that extends it does not take over. */
  private static final List<String> OWN = List.of("description", "reference");

  private final Problems problems;
  private final List<Setting> settings;
  private final Predicate<String> changed;
  private final Map<Path, Optional<Node>> files = new HashMap<>();

  public ExperimentReader(Problems problems) {
    this(problems, List.of(), name -> true);
  }

  /**
   * @param changed the names of the experiments that the settings are for
   */
  public ExperimentReader(Problems problems, List<Setting> settings, Predicate<String> changed) {
    this.problems = problems;
    this.settings = List.copyOf(settings);
    this.changed = changed;
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
    String name = nameOf(file);
    String folder = folderOf(file);
    if (!isNamedWell(file, name, folder)) {
      return Optional.empty();
    }
    int before = problems.count();
    List<Path> lineage = new ArrayList<>();
    Optional<Node.Mapping> merged = load(file, lineage);
    if (merged.isEmpty()) {
      return Optional.empty();
    }
    Node.Mapping root = merged.get();
    for (Setting setting : changed.test(name) ? settings : List.<Setting>of()) {
      root = setting.apply(root, file.toString(), problems);
    }
    Binder binder = new Binder(problems);
    Optional<Experiment> bound = binder.bind(root, Experiment.class, "");
    new Checks(problems, binder, root).check();
    new ClaimChecks(problems, binder, root.at()).checkOthers(name, () -> beside(file));
    return problems.count() > before
        ? Optional.empty()
        : bound.map(
            experiment ->
                new ExperimentFile(file, folder, name, parent(file, lineage), experiment));
  }

  private boolean isNamedWell(Path file, String name, String folder) {
    String full = file.getFileName().toString();
    if (!full.endsWith(ENDING)) {
      problems.add(
          Mark.whole(file.toString()),
          "the name of an experiment's file ends in " + ENDING,
          full.endsWith(".yml") ? "rename it to " + name + ENDING : null);
    } else if (name.startsWith("_")) {
      problems.add(
          Mark.whole(file.toString()),
          "a name with `_` in front is that of a base, which is extended and never run",
          null);
    } else if (!NAME.matcher(name).matches()) {
      problems.add(Mark.whole(file.toString()), "`" + name + "` cannot be a name", LETTERS);
    } else if (!NAME.matcher(folder).matches()) {
      Path parent = file.toAbsolutePath().normalize().getParent();
      problems.add(
          Mark.whole(String.valueOf(parent)),
          "`" + folder + "` cannot be the name of a folder of experiments",
          LETTERS);
    } else {
      return true;
    }
    return false;
  }

  private static String nameOf(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String folderOf(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
  }

  /** The nearest experiment of the same folder among those it extends; bases are looked through. */
  private static @Nullable String parent(Path file, List<Path> lineage) {
    for (Path ancestor : lineage.subList(1, lineage.size())) {
      String name = nameOf(ancestor);
      if (!name.startsWith("_")) {
        return folderOf(ancestor).equals(folderOf(file)) ? name : null;
      }
    }
    return null;
  }

  /** A file with everything it extends merged below it. */
  private Optional<Node.Mapping> load(Path file, List<Path> lineage) {
    lineage.add(file);
    Optional<Node> parsed = parsed(file);
    if (parsed.isEmpty()) {
      return Optional.empty();
    }
    if (!(parsed.get() instanceof Node.Mapping mapping)) {
      boolean isEmpty = parsed.get() instanceof Node.Scalar scalar && scalar.isNull();
      boolean isList = parsed.get() instanceof Node.Sequence;
      problems.add(
          parsed.get().at(),
          isEmpty
              ? "nothing in it"
              : "an experiment is a map; this is a " + (isList ? "list" : "word"),
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
    Optional<Node.Mapping> base =
        base(file, extend.value(), lineage).flatMap(path -> load(path, lineage));
    if (base.isEmpty()) {
      // What it lacks cannot be known then, but what it has can be looked at.
      new Binder(problems, false).bind(child, Experiment.class, "");
    }
    return base.map(below -> merge(below, child));
  }

  /** Each file is read once, however many extend it. */
  private Optional<Node> parsed(Path file) {
    Optional<Node> known = files.get(file);
    if (known == null) {
      known =
          FileText.of(file, problems).flatMap(t -> NodeParser.parse(t, file.toString(), problems));
      files.put(file, known);
    }
    return known;
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
          "`extends` has to name a .yaml file in this folder, or in one beside it",
          (text + ENDING).matches(Extends.PATH)
              ? "did you mean `" + text + ENDING + "`?"
              : "for example `model-1.yaml` or `../cifar10/model-1.yaml`");
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
      problems.add(extend.at(), "`" + text + "` is not there", nearest(file, text, path));
      return Optional.empty();
    }
    return Optional.of(path);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static @Nullable String nearest(Path file, String text, Path missing) {
    String place = text.substring(0, text.lastIndexOf('/') + 1);
    List<String> names = new ArrayList<>(beside(missing));
    if (absolute(file).resolveSibling(missing.getFileName()).equals(absolute(missing))) {
      names.remove(nameOf(file));
    }
    return Spelling.nearest(nameOf(missing), names)
        .map(name -> "did you mean `" + place + name + ENDING + "`?")
        .orElse(null);
  }

  /** The names of the experiments and bases in a file's folder; none if that cannot be read. */
  private static List<String> beside(Path file) {
    Path folder = absolute(file).getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> beside = Files.list(folder)) {
      return beside
          .filter(path -> path.toString().endsWith(ENDING))
          .map(ExperimentReader::nameOf)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
