/** The training loop, in plain Java, against the port {@link bakeoff.train.Model}. */
@NullMarked
package bakeoff.train;

import org.jspecify.annotations.NullMarked;
