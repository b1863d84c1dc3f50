/** What is promised of the whole program; the table in {@code src/README.md} names each. */
@NullMarked
package bakeoff.trust;

import org.jspecify.annotations.NullMarked;
