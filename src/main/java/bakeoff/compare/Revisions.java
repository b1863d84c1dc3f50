package bakeoff.compare;

import org.jspecify.annotations.Nullable;

/**
 * Two revisions as they were asked for.
 *
 * @param after null for the working tree
 * @param fromMergeBase whether the older one is the merge base of both, as {@code A...B} says
 */
public record Revisions(String before, @Nullable String after, boolean fromMergeBase) {

  /** {@code A..B}, {@code A...B}, {@code A B}, {@code A}, or nothing: an empty end is HEAD. */
  public static Revisions of(@Nullable String first, @Nullable String second) {
    if (first == null) {
      return new Revisions("HEAD", null, false);
    }
    int dots = second == null ? first.indexOf("..") : -1;
    if (dots < 0) {
      return new Revisions(first, second, false);
    }
    boolean three = first.startsWith("...", dots);
    return new Revisions(
        orHead(first.substring(0, dots)), orHead(first.substring(dots + (three ? 3 : 2))), three);
  }

  private static String orHead(String name) {
    return name.isEmpty() ? "HEAD" : name;
  }
}
