/** Data sets, one record a kind: what they hold, where they come from, their digest. */
@NullMarked
package bakeoff.dataset;

import org.jspecify.annotations.NullMarked;
