/** Two sets of results, from git revisions or folders. */
@NullMarked
package bakeoff.compare;

import org.jspecify.annotations.NullMarked;
