/** What training makes small, one record a kind. */
@NullMarked
package bakeoff.loss;

import org.jspecify.annotations.NullMarked;
