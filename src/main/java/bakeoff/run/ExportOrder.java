package bakeoff.run;

/**
 * What the exporting process is asked to do.
 *
 * @param experiment with every default written out, as text
 * @param model the file of its weights
 * @param to the folder to write, which is not there yet
 */
public record ExportOrder(String experiment, String model, String to) {}
