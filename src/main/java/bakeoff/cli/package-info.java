/** The commands, one class each. */
@NullMarked
package bakeoff.cli;

import org.jspecify.annotations.NullMarked;
