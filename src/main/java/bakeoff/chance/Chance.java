package bakeoff.chance;

/**
 * A stream of random numbers at an address: the same (seed, purpose, place) gives the same numbers
 * on every machine, whoever asks, in whatever order. The generator is SplitMix64 (Steele, Lea and
 * Flood 2014), its state the address folded with the same mixing function.
 */
public final class Chance {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  /** The stream of a raw state, as published implementations have it. */
  Chance(long state) {
    this.state = state;
  }

  public static Chance of(long seed, Purpose purpose, long... place) {
    return new Chance(address(seed, purpose, place));
  }

  /** The stream at an address, whole or drawn from another stream. */
  public static Chance at(long address) {
    return new Chance(address);
  }

  /** The address alone, to key a generator elsewhere. */
  public static long address(long seed, Purpose purpose, long... place) {
    long folded = mix(mix(seed + GOLDEN) + purpose.number() * GOLDEN);
    for (long step : place) {
      folded = mix(folded + (step + 1) * GOLDEN);
    }
    return folded;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  public long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform in [0, 1), 53 bits. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform in [from, to). */
  public double uniform(double from, double to) {
    return from + (to - from) * nextDouble();
  }

  public boolean happens(double probability) {
    return nextDouble() < probability;
  }

  /** Uniform in 0 … bound - 1 (Lemire 2019, with rejection: without bias). */
  public int nextInt(int bound) {
    long threshold = (1L << 32) % bound;
    while (true) {
      long product = (nextLong() >>> 32) * bound;
      if ((product & 0xFFFFFFFFL) >= threshold) {
        return (int) (product >>> 32);
      }
    }
  }

  /** Standard normal (Box and Muller 1958), by {@link StrictMath}: the same bits everywhere. */
  public double nextGaussian() {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
  }

  /** 0 … size - 1 in random order (Fisher and Yates). */
  public int[] permutation(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
