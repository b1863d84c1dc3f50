package bakeoff.bench;

import bakeoff.yaml.ResolvedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of training steps: each network and batch size, by bakeoff and by others. */
final class Steps {

  private static final String HEAD =
      "| net, batch | bakeoff | bare loop | bakeoff, bfloat16 | PyTorch | DJL |"
          + " bakeoff / bare | bfloat16 / float32 | bakeoff / best other |";

  private static final int BAKEOFF = 0;
  private static final int BARE = 1;
  private static final int BFLOAT16 = 2;
  private static final int PYTORCH = 3;
  private static final int DJL = 4;

  private final Path data;
  private final Path scripts;
  private final Path nets = Files.createTempDirectory("bench");
  private final int rounds;
  private final double seconds;

  private Steps(Path data, Path scripts, int rounds, double seconds) throws IOException {
    this.data = data;
    this.scripts = scripts;
    this.rounds = rounds;
    this.seconds = seconds;
    Prepared.write(Nets.read("1", "4", "float32").open(data).train(), nets);
  }

  /** Arguments: data folder, scripts, rounds, seconds, models (1,3,6), batch sizes (4,32). */
  public static void main(String[] arguments) throws IOException {
    Steps steps =
        new Steps(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            Integer.parseInt(arguments[2]),
            Double.parseDouble(arguments[3]));
    System.out.println(HEAD);
    System.out.println("|---|" + "---:|".repeat(8));
    for (String model : arguments[4].split(",", -1)) {
      for (String batch : arguments[5].split(",", -1)) {
        System.out.println("| " + model + ", " + batch + steps.row(model, batch));
      }
    }
  }

  private String row(String model, String batch) throws IOException {
    try (Round round = new Round()) {
      Path net = net(model, batch, "float32");
      String bakeoff = BakeoffPeer.class.getName();
      round.add(Peer.java(bakeoff, List.of(), net, data));
      round.add(Peer.java("bakeoff.tf.BarePeer", List.of(), net, nets));
      round.add(Peer.java(bakeoff, List.of(), net(model, batch, "bfloat16"), data));
      round.add(fastest(pytorch(net)));
      round.add(fastest(djl(net)));
      round.run(rounds, seconds);
      StringBuilder line = new StringBuilder();
      for (int peer = BAKEOFF; peer <= DJL; peer++) {
        line.append(" | %s, %d MiB".formatted(round.rate(peer), round.peakMebibytes(peer)));
      }
      int other = round.median(PYTORCH) > round.median(DJL) ? PYTORCH : DJL;
      return line.append(" | " + round.ratio(BAKEOFF, BARE))
          .append(" | " + round.ratio(BFLOAT16, BAKEOFF))
          .append(" | " + round.ratio(BAKEOFF, other) + " |")
          .toString();
    }
  }

  /** With one thread and two, and both memory formats. */
  private List<Peer> pytorch(Path net) throws IOException {
    List<Peer> ways = new ArrayList<>();
    for (int threads = 1; threads <= 2; threads++) {
      for (String format : List.of("contiguous", "channels_last")) {
        ways.add(Peer.python(scripts.resolve("pytorch_step.py"), net, nets, threads, format));
      }
    }
    return ways;
  }

  private List<Peer> djl(Path net) throws IOException {
    List<Peer> ways = new ArrayList<>();
    for (int threads = 1; threads <= 2; threads++) {
      List<String> options =
          List.of(
              "-Dai.djl.pytorch.num_threads=" + threads, "-Dai.djl.pytorch.num_interop_threads=1");
      ways.add(Peer.java(DjlPeer.class.getName(), options, net, nets));
    }
    return ways;
  }

  /** Of the ways to run another, the best counts; bakeoff has one, its defaults. */
  private Peer fastest(List<Peer> ways) throws IOException {
    Peer best = ways.get(0);
    double most = 0;
    for (Peer way : ways) {
      double rate = way.turn(seconds).imagesPerSecond();
      if (rate > most) {
        most = rate;
        best = way;
      }
    }
    for (Peer way : ways) {
      if (way != best) {
        way.close();
      }
    }
    return best;
  }

  private Path net(String model, String batch, String precision) throws IOException {
    String name = "model-" + model + "-" + batch + "-" + precision + ".yaml";
    return Files.writeString(
        nets.resolve(name), ResolvedText.of(Nets.read(model, batch, precision)));
  }
}
