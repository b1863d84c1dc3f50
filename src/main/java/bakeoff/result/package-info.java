/** What a trial left behind, and the folder where it is kept. */
@NullMarked
package bakeoff.result;

import org.jspecify.annotations.NullMarked;
