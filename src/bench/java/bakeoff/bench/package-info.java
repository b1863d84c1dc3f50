/** Benchmarks: programs of their own, run by {@code src/bench/bench}, never by the tests. */
package bakeoff.bench;
