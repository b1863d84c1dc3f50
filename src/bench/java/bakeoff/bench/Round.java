package bakeoff.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Peers that take turns, a second each, so that what else the machine does meets all of them: their
 * ratios are of turns next to each other. Every other round goes backwards, so that none always
 * follows the same other one, whose threads may still spin.
 */
final class Round implements AutoCloseable {

  private final List<Peer> peers = new ArrayList<>();
  private final List<List<Peer.Answer>> answers = new ArrayList<>();

  void add(Peer peer) {
    peers.add(peer);
    answers.add(new ArrayList<>());
  }

  void run(int rounds, double seconds) throws IOException {
    for (int round = 0; round < rounds; round++) {
      for (int turn = 0; turn < peers.size(); turn++) {
        int peer = round % 2 == 0 ? turn : peers.size() - 1 - turn;
        answers.get(peer).add(peers.get(peer).turn(seconds));
      }
    }
  }

  /** The median of all rounds. */
  double median(int peer) {
    return percentile(50, answers.get(peer), Peer.Answer::imagesPerSecond);
  }

  String rate(int peer) {
    return String.format(Locale.ROOT, "%,.0f", median(peer));
  }

  long peakMebibytes(int peer) {
    return answers.get(peer).stream().mapToLong(Peer.Answer::peakMebibytes).max().orElseThrow();
  }

  /** The median of the rounds' ratios, and between what half of them lie. */
  String ratio(int peer, int other) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < answers.get(peer).size(); i++) {
      ratios.add(
          answers.get(peer).get(i).imagesPerSecond() / answers.get(other).get(i).imagesPerSecond());
    }
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f to %.2f)",
        percentile(50, ratios, ratio -> ratio),
        percentile(25, ratios, ratio -> ratio),
        percentile(75, ratios, ratio -> ratio));
  }

  private static <T> double percentile(int percent, List<T> of, ToDoubleFunction<T> number) {
    return new Percentile(percent).evaluate(of.stream().mapToDouble(number).toArray());
  }

  @Override
  public void close() {
    peers.forEach(Peer::close);
  }
}
