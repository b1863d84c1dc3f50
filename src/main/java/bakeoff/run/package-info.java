/** Trials on this machine: plan, worker processes, progress. */
@NullMarked
package bakeoff.run;

import org.jspecify.annotations.NullMarked;
