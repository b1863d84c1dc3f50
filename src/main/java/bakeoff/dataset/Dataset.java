package bakeoff.dataset;

import org.jspecify.annotations.Nullable;

/**
 * A data set that is open for reading.
 *
 * @param train what is learnt from
 * @param validation what choices are made on; null if none is set aside
 */
public record Dataset(Split train, Split test, @Nullable Split validation) {

  public Dataset(Split train, Split test) {
    this(train, test, null);
  }
}
