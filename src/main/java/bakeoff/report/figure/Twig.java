package bakeoff.report.figure;

/**
 * A row of a tree chart.
 *
 * @param parent the row it hangs on; -1 at a root
 * @param changes what it changes, in a line
 * @param value not a number if there is nothing to draw, like the ends of its interval
 * @param words beside the drawing
 * @param sure whether it is more than chance: drawn full, not as a ring
 */
public record Twig(
    String name,
    int depth,
    int parent,
    String changes,
    double value,
    double low,
    double high,
    String words,
    boolean sure) {}
