/** Augmentations of images, one record a kind: draw all the chance, then apply. */
@NullMarked
package bakeoff.augment;

import org.jspecify.annotations.NullMarked;
