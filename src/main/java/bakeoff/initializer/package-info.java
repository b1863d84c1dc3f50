/** Initial weights, one record a kind. */
@NullMarked
package bakeoff.initializer;

import org.jspecify.annotations.NullMarked;
