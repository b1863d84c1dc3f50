/** Numbers and other people's words, as they are shown everywhere. */
@NullMarked
package bakeoff.text;

import org.jspecify.annotations.NullMarked;
