/** The only package that knows TensorFlow. */
@NullMarked
package bakeoff.tf;

import org.jspecify.annotations.NullMarked;
