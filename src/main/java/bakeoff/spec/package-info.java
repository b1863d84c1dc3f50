/** An experiment as immutable records, and the content key of its trials. */
@NullMarked
package bakeoff.spec;

import org.jspecify.annotations.NullMarked;
