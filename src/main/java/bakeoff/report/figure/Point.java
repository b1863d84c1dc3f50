package bakeoff.report.figure;

/**
 * A row of a dot chart.
 *
 * @param low of its interval; the value itself where there is none
 * @param hollow drawn as a ring: its interval means something else than the others'
 */
public record Point(String name, double value, double low, double high, boolean hollow) {}
