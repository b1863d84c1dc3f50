package bakeoff.problem;

import org.jspecify.annotations.Nullable;

/**
 * A place in a file; lines and columns count from 1, and 0 means the file as a whole.
 *
 * @param use where the value that stands here is put in by its name; null if it is used as it
 *     stands
 */
public record Mark(String file, int line, int column, @Nullable Mark use)
    implements Comparable<Mark> {

  public Mark(String file, int line, int column) {
    this(file, line, column, null);
  }

  public static Mark whole(String file) {
    return new Mark(file, 0, 0);
  }

  /** The same place, whose value is put in there; what used it so far is itself used there. */
  public Mark usedAt(Mark place) {
    return new Mark(file, line, column, use == null ? place : use.usedAt(place));
  }

  /** Whether it is the same place, however it is used. */
  boolean isAt(Mark other) {
    return file.equals(other.file) && line == other.line && column == other.column;
  }

  @Override
  public int compareTo(Mark other) {
    int byFile = file.compareTo(other.file);
    int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
