/** How a record says what its YAML looks like: names, sentences, defaults, ranges. */
@NullMarked
package bakeoff.schema;

import org.jspecify.annotations.NullMarked;
