/** Randomness that is addressed by place instead of consumed in order. */
@NullMarked
package bakeoff.chance;

import org.jspecify.annotations.NullMarked;
