/** Learning rates over a phase, one record a kind. */
@NullMarked
package bakeoff.schedule;

import org.jspecify.annotations.NullMarked;
