/** Intervals and tests, on Commons Math. */
@NullMarked
package bakeoff.stats;

import org.jspecify.annotations.NullMarked;
