package bakeoff.problem;

/** A place in a file; lines and columns count from 1, and 0 means the file as a whole. */
public record Mark(String file, int line, int column) implements Comparable<Mark> {

  public static Mark whole(String file) {
    return new Mark(file, 0, 0);
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
