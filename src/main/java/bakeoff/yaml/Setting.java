package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import bakeoff.problem.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** {@code --set training.phases.0.epochs=1}: a value put over every file's own. */
public record Setting(List<String> path, String value) {

  public Setting {
    path = List.copyOf(path);
  }

  public static Setting parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || text.charAt(0) == '.' || text.charAt(equals - 1) == '.') {
      throw new UserError(
          "--set " + text + ": has to be KEY=VALUE", "for example training.phases.0.epochs=1");
    }
    List<String> path = Arrays.asList(text.substring(0, equals).split("\\.", -1));
    Setting setting = new Setting(path, text.substring(equals + 1));
    if (path.get(0).equals(Definitions.KEY) && !setting.isOfDefine()) {
      throw new UserError(
          "--set " + text + ": a name gets a whole value", "for example define.width=16");
    }
    if (List.of("extends", "matrix").contains(path.get(0))) {
      throw new UserError(
          "--set " + text + ": `" + path.get(0) + "` is of files alone",
          "set a key of an experiment, as training.batch_size=16");
    }
    return setting;
  }

  @Override
  public String toString() {
    return "--set " + String.join(".", path) + "=" + value;
  }

  /** Whether it is another value of a name, as {@code define.width=64}. */
  boolean isOfDefine() {
    return path.size() == 2 && path.get(0).equals(Definitions.KEY);
  }

  /**
   * The root with the value in its place; with {@link Binder}, what is wrong with it is told.
   *
   * @param names puts in what a name stands for
   */
  Node.Mapping apply(Node.Mapping root, UnaryOperator<Node> names, String file, Problems problems) {
    // Without the file: what is wrong with the value is so for all of them, and told once.
    Mark at = Mark.whole(toString());
    Mark inFile = Mark.whole(this + " in " + file);
    KeyPath keys = new KeyPath(path);
    return NodeParser.value(value, at, problems)
        .map(
            node ->
                keys.put(
                    root,
                    names.apply(node),
                    at,
                    (message, hint) -> problems.add(inFile, message, hint)))
        .orElse(root);
  }

  /** The definitions with another value of a name that they have. */
  Definitions apply(Definitions definitions, Problems problems) {
    Mark at = Mark.whole(toString());
    String name = path.get(1);
    if (!definitions.has(name)) {
      definitions.tellUnknown(at, name, problems);
      return definitions;
    }
    return NodeParser.value(value, at, problems)
        .map(node -> definitions.with(name, new Node.Entry(at, node)))
        .orElse(definitions);
  }
}
