package bakeoff.spec;

import bakeoff.spec.SpecText.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What changed in a list whose order matters: layers, augmentations, phases. */
final class ListChanges {

  /** What two places are compared by. */
  private record Entry(String name, String text) {

    static Entry of(JsonNode node) {
      Kind kind = SpecText.kind(node);
      String name = kind == null ? String.join(",", fields(node)) : kind.name();
      return new Entry(name, SpecText.of(node));
    }

    /** The same counts twice as much as the same kind with other arguments. */
    int likeness(Entry other) {
      return text.equals(other.text) ? 2 : name.equals(other.name) ? 1 : 0;
    }
  }

  private final String path;
  private final List<JsonNode> before;
  private final List<JsonNode> after;
  private final List<String> found = new ArrayList<>();

  ListChanges(String path, JsonNode before, JsonNode after) {
    this.path = path;
    this.before = list(before);
    this.after = list(after);
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }

  List<String> all() {
    List<Entry> from = before.stream().map(Entry::of).toList();
    List<Entry> to = after.stream().map(Entry::of).toList();
    for (Alignment.Pair pair : Alignment.of(from, to, Entry::likeness)) {
      if (pair.before() < 0) {
        added(pair.after());
      } else if (pair.after() < 0) {
        removed(pair.before());
      } else {
        changed(pair.before(), pair.after());
      }
    }
    return found;
  }

  private static List<String> fields(JsonNode node) {
    List<String> fields = new ArrayList<>();
    node.fieldNames().forEachRemaining(fields::add);
    return fields;
  }

  private boolean layers() {
    return path.equals(SpecChanges.LAYERS);
  }

  private String prefix() {
    return layers() ? "" : path + ": ";
  }

  private void added(int place) {
    Kind kind = SpecText.kind(after.get(place));
    String text =
        kind == null ? SpecText.of(after.get(place)) : kind.text(neighbour(kind.name(), place));
    boolean nothingToSay = !layers() && (before.isEmpty() || place == after.size() - 1);
    String where =
        nothingToSay ? "" : place == 0 ? " first" : " after " + brief(after.get(place - 1));
    found.add(prefix() + "+ " + text + where);
  }

  /** The arguments of the nearest one of this kind before it. */
  private Map<String, JsonNode> neighbour(String name, int place) {
    for (int i = place - 1; i >= 0 && layers(); i--) {
      Kind kind = SpecText.kind(after.get(i));
      if (kind != null && kind.name().equals(name)) {
        return kind.arguments();
      }
    }
    return Map.of();
  }

  private void removed(int place) {
    JsonNode gone = before.get(place);
    List<String> texts = before.stream().map(SpecText::of).toList();
    boolean several = Collections.frequency(texts, SpecText.of(gone)) > 1;
    String where = several && place > 0 ? " after " + brief(before.get(place - 1)) : "";
    found.add(prefix() + "- " + brief(gone) + where);
  }

  private void changed(int place, int newPlace) {
    if (SpecText.of(before.get(place)).equals(SpecText.of(after.get(newPlace)))) {
      return;
    }
    Kind was = SpecText.kind(before.get(place));
    Kind is = SpecText.kind(after.get(newPlace));
    if (was != null && is != null) {
      changed(was, is, nameWithPlace(is.name(), newPlace));
    } else if (layers()) {
      within("branch " + newPlace, before.get(place), after.get(newPlace));
    } else {
      found.addAll(SpecChanges.at(path + "." + newPlace, before.get(place), after.get(newPlace)));
    }
  }

  /** The lists of a composite are compared like the whole; the rest of it as any kind. */
  private void changed(Kind was, Kind is, String name) {
    List<String> lists = was.lists().stream().filter(is.lists()::contains).toList();
    for (String list : lists) {
      String where = lists.size() == 1 ? name : name + " " + list;
      within(where, was.argument(list), is.argument(list));
    }
    Kind before = was.without(lists);
    Kind after = is.without(lists);
    if (!before.text().equals(after.text())) {
      found.add(prefix() + before.changedTo(after));
    }
  }

  private void within(String where, JsonNode from, JsonNode to) {
    new ListChanges(path, from, to).all().forEach(c -> found.add(prefix() + where + ": " + c));
  }

  /** The second residual is {@code residual 2}, where there are several. */
  private String nameWithPlace(String name, int place) {
    List<String> names = after.stream().map(node -> Entry.of(node).name()).toList();
    int nth = Collections.frequency(names.subList(0, place + 1), name);
    return Collections.frequency(names, name) == 1 ? name : name + " " + nth;
  }

  private static String brief(JsonNode node) {
    Kind kind = SpecText.kind(node);
    return kind == null ? SpecText.of(node) : kind.brief();
  }
}
