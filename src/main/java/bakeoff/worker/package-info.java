/** The process that trains trials, one after the other, for the one that runs a folder. */
@NullMarked
package bakeoff.worker;

import org.jspecify.annotations.NullMarked;
