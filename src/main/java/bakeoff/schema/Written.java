package bakeoff.schema;

/** A value that has shorthands only and no map form: it says how it is written. */
public interface Written {

  /** A {@link Number}, an {@link Enum} or a {@link java.util.List} of these. */
  Object written();
}
