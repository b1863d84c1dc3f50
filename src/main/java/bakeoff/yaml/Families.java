package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.problem.Spelling;
import bakeoff.spec.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what files extend, and merges it. */
final class Families {

  private static final String ENDING = ".yaml";

  /** What one that extends an experiment does not take over: words about it, and its grid. */
  private static final List<String> OWN = List.of("description", "reference", Matrix.KEY);

  private final Problems problems;
  private final Map<Path, Optional<Node>> files = new HashMap<>();

  Families(Problems problems) {
    this.problems = problems;
  }

  /** Empty if one of the files has a mistake that leaves nothing to go on with. */
  Optional<Family> of(Path file) {
    List<Family.Member> lineage = new ArrayList<>();
    return load(file, lineage)
        .map(root -> new Family(root, (Node.Mapping) parsed(file).orElse(root), lineage));
  }

  private Optional<Node.Mapping> load(Path file, List<Family.Member> lineage) {
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
    Node.Entry matrix = mapping.entries().get(Matrix.KEY);
    if (matrix != null && file.getFileName().toString().startsWith("_")) {
      problems.add(
          matrix.key(), "a base has no `matrix`", "it is the file's own, and a base is never run");
    }
    Mark at = extend == null ? mapping.at() : extend.value().at();
    lineage.add(new Family.Member(file, at, matrix != null));
    if (extend == null) {
      return Optional.of(mapping);
    }
    Node.Mapping child = without(List.of(Extends.KEY), mapping);
    Optional<Node.Mapping> base =
        base(file, extend.value(), lineage).flatMap(path -> load(path, lineage));
    if (base.isEmpty()) {
      lookAt(child);
    }
    return base.map(below -> merge(below, child));
  }

  /** What it lacks cannot be known without its base, but what it has can be looked at. */
  private void lookAt(Node.Mapping child) {
    Definitions definitions = Definitions.of(child, problems);
    if (definitions.usedIn(child).isEmpty()) {
      Node.Mapping alone = without(List.of(Definitions.KEY, Matrix.KEY), child);
      new Binder(problems, false).bind(alone, Experiment.class, "");
    }
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

  static Node.Mapping without(List<String> keys, Node.Mapping map) {
    Map<String, Node.Entry> rest = new LinkedHashMap<>(map.entries());
    keys.forEach(rest::remove);
    return Node.Mapping.of(map.at(), rest);
  }

  /** Definitions merge name by name, and never within a value. */
  private Node.Mapping merge(Node.Mapping base, Node.Mapping child) {
    Map<String, Node.Entry> define = new LinkedHashMap<>(Definitions.map(base, problems));
    define.putAll(Definitions.map(child, problems));
    Node.Mapping below = without(OWN, without(List.of(Definitions.KEY), base));
    Node.Mapping above = without(List.of(Definitions.KEY), child);
    Node.Mapping merged = (Node.Mapping) Merge.over(Experiment.class, below, above);
    if (define.isEmpty()) {
      return merged;
    }
    Map<String, Node.Entry> entries = new LinkedHashMap<>(merged.entries());
    Node.Mapping values = Node.Mapping.of(child.at(), define);
    entries.put(Definitions.KEY, new Node.Entry(child.at(), values));
    return Node.Mapping.of(merged.at(), entries);
  }

  private Optional<Path> base(Path file, Node extend, List<Family.Member> lineage) {
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
    List<Path> seen = lineage.stream().map(member -> absolute(member.file())).toList();
    if (seen.contains(absolute(path))) {
      problems.add(
          extend.at(),
          "extends itself: " + steps(lineage, member -> name(member.file())) + text,
          "in " + steps(lineage, member -> String.valueOf(member.extending())) + name(path));
      return Optional.empty();
    }
    if (!Files.isRegularFile(path)) {
      problems.add(extend.at(), "`" + text + "` is not there", nearest(file, text, path));
      return Optional.empty();
    }
    return Optional.of(path);
  }

  private static String steps(List<Family.Member> lineage, Function<Family.Member, String> words) {
    return lineage.stream().map(words).map(step -> step + " -> ").collect(Collectors.joining());
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static @Nullable String nearest(Path file, String text, Path missing) {
    String place = text.substring(0, text.lastIndexOf('/') + 1);
    List<String> names = new ArrayList<>(beside(missing));
    if (absolute(file).resolveSibling(missing.getFileName()).equals(absolute(missing))) {
      names.remove(ExperimentReader.nameOf(file));
    }
    return Spelling.nearest(ExperimentReader.nameOf(missing), names)
        .map(name -> "did you mean `" + place + name + ENDING + "`?")
        .or(() -> inAFolderBeside(missing).map(found -> "there is `" + found + "`"))
        .orElse(null);
  }

  /** Where a file that was copied with its experiment's text would be. */
  private static Optional<String> inAFolderBeside(Path missing) {
    Path folder = absolute(missing).getParent();
    Path above = folder == null ? null : folder.getParent();
    if (above == null) {
      return Optional.empty();
    }
    try (Stream<Path> beside = Files.list(above)) {
      return beside
          .filter(other -> Files.isRegularFile(other.resolve(name(missing))))
          .map(other -> "../" + name(other) + "/" + name(missing))
          .filter(path -> path.matches(Extends.PATH))
          .min(Comparator.naturalOrder());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The names of the experiments and bases in a file's folder; none if that cannot be read. */
  static List<String> beside(Path file) {
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
