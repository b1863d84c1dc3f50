/** Optimizers, one record a kind. */
@NullMarked
package bakeoff.optimizer;

import org.jspecify.annotations.NullMarked;
