/** What a publication says of an experiment, one record a kind. */
@NullMarked
package bakeoff.claim;

import org.jspecify.annotations.NullMarked;
