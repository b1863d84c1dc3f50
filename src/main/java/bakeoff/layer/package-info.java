/** Layers, one record a kind, and the operations they are written in. */
@NullMarked
package bakeoff.layer;

import org.jspecify.annotations.NullMarked;
