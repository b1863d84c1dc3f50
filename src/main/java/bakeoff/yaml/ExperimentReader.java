package bakeoff.yaml;

import bakeoff.dataset.DatasetSource;
import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.problem.Spelling;
import bakeoff.spec.ContentKey;
import bakeoff.spec.Experiment;
import bakeoff.spec.ExperimentFile;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads experiment files, and tells every mistake in them at once. */
public final class ExperimentReader {

  private static final int LONGEST = 100;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,99}");
  private static final String LETTERS =
      "letters, digits and . _ + - make a name; the first is a letter or digit";
  private static final String ENDING = ".yaml";

  private final Problems problems;
  private final List<Setting> settings;
  private final Predicate<String> changed;
  private final Families families;
  private final Neighbours neighbours = new Neighbours();

  public ExperimentReader(Problems problems) {
    this(problems, List.of(), name -> true);
  }

  /**
   * @param changed the names of the experiments that the settings are for
   */
  public ExperimentReader(Problems problems, List<Setting> settings, Predicate<String> changed) {
    this.problems = problems;
    this.families = new Families(problems);
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
    return NodeParser.parseWrittenOut(text, "experiment", problems)
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

  /**
   * The experiments of a file: one, or those of its grid. None if it has a mistake, which is then
   * among the problems.
   */
  public List<ExperimentFile> read(Path file) {
    String name = nameOf(file);
    if (!isNamedWell(file, name, folderOf(file))) {
      return List.of();
    }
    int before = problems.count();
    Optional<Family> read = families.of(file);
    if (read.isEmpty()) {
      return List.of();
    }
    Family family = read.get();
    Definitions definitions = Definitions.of(family.root(), problems);
    Set<String> used =
        definitions.usedIn(Families.without(List.of(Definitions.KEY), family.root()));
    checkUse(family, definitions, used);
    boolean isGrid = family.root().entries().containsKey(Matrix.KEY);
    Optional<Matrix> matrix = Matrix.of(family.root(), definitions, problems);
    matrix.ifPresent(grid -> grid.checkUse(used, problems));
    String parent = parent(file, family.lineage());
    List<ExperimentFile> experiments = new ArrayList<>();
    if (matrix.isPresent()) {
      experiments.addAll(members(file, parent, family.root(), definitions, matrix.get()));
    } else {
      // Of a grid with a mistake, the file without it is looked at.
      new MemberReader(problems, settings(name), neighbours)
          .read(family.root(), definitions, new Cell(List.of()), file, name)
          .ifPresent(one -> experiments.add(file(file, name, parent, one)));
    }
    boolean isWrong = problems.count() > before || (isGrid && matrix.isEmpty());
    return isWrong ? List.of() : experiments;
  }

  private List<ExperimentFile> members(
      Path file, @Nullable String parent, Node.Mapping root, Definitions values, Matrix matrix) {
    List<ExperimentFile> members = new ArrayList<>();
    MemberProblems wrong = new MemberProblems();
    String first = null;
    for (Cell cell : matrix.cells()) {
      String name = nameOf(file) + ExperimentFile.MEMBER + cell;
      if (name.length() > LONGEST) {
        problems.add(
            matrix.at(),
            "`" + name + "` is a name of " + name.length() + " letters",
            LONGEST + " is the most: give long values labels, as {LABEL: VALUE}");
        return List.of();
      }
      settings(name).forEach(setting -> checkFree(setting, matrix, file));
      Problems own = new Problems();
      String from = parent != null ? parent : first;
      new MemberReader(own, settings(name), neighbours)
          .read(root, values, cell, file, name)
          .ifPresent(one -> members.add(file(file, name, from, one)));
      wrong.add(name, own);
      first = first == null ? name : first;
    }
    wrong.tell(matrix.cells().size(), problems);
    if (settings.isEmpty() && problems.isEmpty()) {
      checkDiffer(members, matrix);
    }
    return members;
  }

  /** With another value than the name says, it would be another experiment. */
  private void checkFree(Setting setting, Matrix matrix, Path file) {
    String key = String.join(".", setting.path());
    for (Axis axis : matrix.axes()) {
      String ranged = axis.isName() ? Definitions.KEY + "." + axis.key() : axis.key();
      if (ranged.equals(key) || ranged.startsWith(key + ".")) {
        problems.add(
            Mark.whole(setting + " in " + file),
            "`matrix` ranges over " + (ranged.equals(key) ? "it" : "`" + ranged + "`"),
            "`--only` chooses among the experiments of a grid");
      }
    }
  }

  /** Twice the same would be trained twice, and one of them found to be no better. */
  private void checkDiffer(List<ExperimentFile> members, Matrix matrix) {
    Map<ObjectNode, String> seen = new HashMap<>();
    for (ExperimentFile member : members) {
      String same = seen.putIfAbsent(ContentKey.resolved(member.experiment()), member.name());
      if (same != null) {
        problems.add(
            matrix.at(),
            "`" + same + "` and `" + member.name() + "` are the same experiment",
            "leave one out by `exclude`");
        return;
      }
    }
  }

  private List<Setting> settings(String name) {
    return changed.test(name) ? settings : List.of();
  }

  private static ExperimentFile file(
      Path file, String name, @Nullable String parent, Experiment experiment) {
    return new ExperimentFile(file, folderOf(file), name, parent, experiment);
  }

  /** What a file defines itself, it has to use; it need not use what it inherits. */
  private void checkUse(Family family, Definitions definitions, Set<String> used) {
    Definitions.map(family.own(), problems)
        .forEach(
            (name, entry) -> {
              if (definitions.has(name) && !used.contains(name)) {
                problems.add(
                    entry.key(),
                    "nothing uses `$" + name + "`",
                    Spelling.nearest(name, used.stream().sorted().toList())
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse(null));
              }
            });
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

  static String nameOf(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String folderOf(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
  }

  /**
   * The nearest experiment of the same folder among those it extends; bases, and files that are
   * grids, are looked through.
   */
  private static @Nullable String parent(Path file, List<Family.Member> lineage) {
    for (Family.Member ancestor : lineage.subList(1, lineage.size())) {
      String name = nameOf(ancestor.file());
      if (!name.startsWith("_") && !ancestor.hasMatrix()) {
        return folderOf(ancestor.file()).equals(folderOf(file)) ? name : null;
      }
    }
    return null;
  }
}
