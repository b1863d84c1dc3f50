package bakeoff.bench;

import bakeoff.yaml.ResolvedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table of training steps: each network and batch size, by bakeoff and by others. */
final class Steps {

  private static final String[] PEERS = {
    "bakeoff", "bare loop", "bakeoff, bfloat16", "PyTorch", "DJL"
  };

  private final Path data;
  private final Path scripts;
  private final Path nets = Files.createTempDirectory("bench");
  private final double seconds;

  private Steps(Path data, Path scripts, double seconds) throws IOException {
    this.data = data;
    this.scripts = scripts;
    this.seconds = seconds;
  }

  /** Arguments: data folder, scripts, rounds, seconds, models (1,3,6), batch sizes (4,32). */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Steps steps =
        new Steps(Path.of(arguments[0]), Path.of(arguments[1]), Double.parseDouble(arguments[3]));
    int rounds = Integer.parseInt(arguments[2]);
    System.out.println("| net, batch | " + String.join(" | ", PEERS) + " | bakeoff / best other |");
    System.out.println("|---|" + "---:|".repeat(PEERS.length + 1));
    for (String model : arguments[4].split(",", -1)) {
      for (String batch : arguments[5].split(",", -1)) {
        steps.row(model, batch, rounds);
      }
    }
  }

  private void row(String model, String batch, int rounds)
      throws IOException, InterruptedException {
    Map<String, List<Peer>> ways = peers(model, batch);
    Map<String, List<Peer.Answer>> answers = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, List<Peer>> entry : ways.entrySet()) {
        Peer.Answer best = null;
        Peer fastest = null;
        for (Peer peer : entry.getValue()) {
          Peer.Answer answer = peer.run();
          if (best == null || answer.imagesPerSecond() > best.imagesPerSecond()) {
            best = answer;
            fastest = peer;
          }
        }
        entry.setValue(List.of(fastest)); // the others were slower in the first round
        answers.computeIfAbsent(entry.getKey(), name -> new ArrayList<>()).add(best);
      }
    }
    StringBuilder line = new StringBuilder("| " + model + ", " + batch);
    for (String peer : PEERS) {
      List<Peer.Answer> all = answers.getOrDefault(peer, List.of());
      line.append(all.isEmpty() ? " | -" : " | " + text(all));
    }
    double others = Math.max(median(answers.get("PyTorch")), median(answers.get("DJL")));
    double ratio = median(answers.get("bakeoff")) / others;
    System.out.println(line.append(String.format(Locale.ROOT, " | %.2f |", ratio)));
  }

  private static String text(List<Peer.Answer> answers) {
    long peak = answers.stream().mapToLong(Peer.Answer::peakMebibytes).max().orElseThrow();
    return String.format(Locale.ROOT, "%,.0f (%d MiB)", median(answers), peak);
  }

  private static double median(List<Peer.Answer> answers) {
    double[] rates = answers.stream().mapToDouble(Peer.Answer::imagesPerSecond).sorted().toArray();
    return rates.length % 2 == 1
        ? rates[rates.length / 2]
        : (rates[rates.length / 2 - 1] + rates[rates.length / 2]) / 2;
  }

  /** Each peer's ways to run, of which the fastest counts; bakeoff has one, its defaults. */
  private Map<String, List<Peer>> peers(String model, String batch) throws IOException {
    Path net = net(model, batch, "float32");
    Map<String, List<Peer>> peers = new LinkedHashMap<>();
    String bakeoff = BakeoffPeer.class.getName();
    peers.put(PEERS[0], List.of(Peer.java(PEERS[0], bakeoff, List.of(), net, seconds, data)));
    peers.put(
        PEERS[1], List.of(Peer.java(PEERS[1], "bakeoff.tf.BarePeer", List.of(), net, seconds)));
    Path half = net(model, batch, "bfloat16");
    peers.put(PEERS[2], List.of(Peer.java(PEERS[2], bakeoff, List.of(), half, seconds, data)));
    List<Peer> pytorch = new ArrayList<>();
    List<Peer> djl = new ArrayList<>();
    for (int threads = 1; threads <= 2; threads++) {
      for (String format : List.of("contiguous", "channels_last")) {
        Path script = scripts.resolve("pytorch_step.py");
        pytorch.add(Peer.python(PEERS[3], script, net, seconds, threads, format));
      }
      List<String> options =
          List.of(
              "-Dai.djl.pytorch.num_threads=" + threads, "-Dai.djl.pytorch.num_interop_threads=1");
      djl.add(Peer.java(PEERS[4], DjlPeer.class.getName(), options, net, seconds));
    }
    peers.put(PEERS[3], pytorch);
    peers.put(PEERS[4], djl);
    return peers;
  }

  private Path net(String model, String batch, String precision) throws IOException {
    String name = "model-" + model + "-" + batch + "-" + precision + ".yaml";
    return Files.writeString(
        nets.resolve(name), ResolvedText.of(Nets.read(model, batch, precision)));
  }
}
