/** The way out: trained networks as programs and files of other tools. */
@NullMarked
package bakeoff.export;

import org.jspecify.annotations.NullMarked;
