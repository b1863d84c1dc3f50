/** Mistakes as values: where they are, what was given, what is allowed, what to do. */
@NullMarked
package bakeoff.problem;

import org.jspecify.annotations.NullMarked;
