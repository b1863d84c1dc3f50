package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.problem.Spelling;
import bakeoff.schema.Key;
import bakeoff.spec.Experiment;
import bakeoff.spec.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a grid ranges over: a name of {@code define}, or a key.
 *
 * @param values by their labels
 */
record Axis(String key, Mark at, boolean isName, Map<String, Node> values) {

  /** As part of a file's name, on every system. */
  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9+-]|[A-Za-z0-9_+-][A-Za-z0-9._+-]*[A-Za-z0-9_+-]");

  private static final String LETTERS = "letters, digits and . _ + - make a label";

  /** Empty if it has a mistake, which is then among the problems. */
  static Optional<Axis> of(
      String key, Node.Entry entry, Definitions definitions, Problems problems) {
    boolean isName = definitions.has(key);
    int before = problems.count();
    checkKey(key, entry.key(), isName, definitions, problems);
    Map<String, Node> values = new LinkedHashMap<>();
    if (entry.value() instanceof Node.Sequence list) {
      list.members().forEach(member -> addMember(key, member, values, problems));
    } else if (entry.value() instanceof Node.Mapping map) {
      map.entries()
          .forEach((label, value) -> add(label, value.key(), value.value(), values, problems));
    }
    if (values.isEmpty() && problems.count() == before) {
      problems.add(
          entry.value().at(),
          "`matrix." + key + "` has to be a list of values, or a map of them by labels",
          "for example `" + key + ": [32, 64]`");
    }
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(new Axis(key, entry.key(), isName, values));
  }

  private static void checkKey(
      String key, Mark at, boolean isName, Definitions definitions, Problems problems) {
    List<String> keys = Key.of(Experiment.class).stream().map(Key::name).toList();
    boolean isKey = keys.contains(KeyPath.of(key).first());
    if (isName && isKey) {
      problems.add(at, "`" + key + "` is a key, and a name of `define`", "give the name another");
    } else if (!isName && !isKey) {
      List<String> all = new ArrayList<>(definitions.values().keySet().stream().sorted().toList());
      all.addAll(keys);
      problems.add(
          at,
          Words.code(key) + " is neither in `define`, nor a key",
          Spelling.nearest(key, all)
              .map(near -> "did you mean `" + near + "`?")
              .orElse(
                  key.startsWith(Definitions.KEY + ".")
                      ? "a name of `define` is written without it: `"
                          + key.substring(Definitions.KEY.length() + 1)
                          + "`"
                      : "a key is written in full, as `training.batch_size`"));
    }
  }

  private static void addMember(
      String key, Node member, Map<String, Node> values, Problems problems) {
    String label = label(member);
    if (label == null) {
      problems.add(
          member.at(),
          "this would make no name of an experiment",
          "give it a label: `" + key + ": {LABEL: …}`");
    } else {
      add(label, member.at(), member, values, problems);
    }
  }

  /** A number without needless digits, or a word; null if it is neither. */
  static @Nullable String label(Node node) {
    if (!(node instanceof Node.Scalar scalar)) {
      return null;
    }
    String text = scalar.isNull() ? "null" : scalar.text();
    String label =
        Optional.of(text)
            .filter(t -> !scalar.isQuoted())
            .flatMap(NumberText::parse)
            .map(number -> Numbers.shortest(number).toPlainString())
            .orElse(text);
    return LABEL.matcher(label).matches() ? label : null;
  }

  /** Labels that differ in case alone would be one folder on some systems. */
  private static void add(
      String label, Mark at, Node value, Map<String, Node> values, Problems problems) {
    boolean isTwice = values.keySet().stream().anyMatch(l -> lowerCase(l).equals(lowerCase(label)));
    if (!LABEL.matcher(label).matches()) {
      problems.add(at, Words.code(label) + " cannot be a label", LETTERS);
    } else if (isTwice) {
      problems.add(at, "`" + label + "` is there twice", "it would be the same experiment");
    } else {
      values.put(label, value);
    }
  }

  private static String lowerCase(String label) {
    return label.toLowerCase(Locale.ROOT);
  }

  /** What it is called where no other axis has the same last step; of a list's member, all. */
  String lastStep() {
    List<String> steps = KeyPath.of(key).steps();
    String last = steps.get(steps.size() - 1);
    return NumberText.parseInt(last).isPresent() ? key : last;
  }
}
