/** Charts as SVG from templates: what is drawn follows from the numbers given alone. */
@NullMarked
package bakeoff.report.figure;

import org.jspecify.annotations.NullMarked;
