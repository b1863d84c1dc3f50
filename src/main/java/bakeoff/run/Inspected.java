package bakeoff.run;

import org.jspecify.annotations.Nullable;

/**
 * What a process that loaded TensorFlow saw.
 *
 * @param tensorflow its version
 * @param failure why it could not be loaded; null if it was
 */
public record Inspected(@Nullable String tensorflow, boolean gpu, @Nullable String failure) {}
