package bakeoff.cli;

import bakeoff.result.EpochRow;
import bakeoff.run.Durations;
import bakeoff.run.Event.Reported;
import bakeoff.spec.Trial;
import bakeoff.train.Observer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jspecify.annotations.Nullable;

/**
 * For terminals: a line with a bar for each running trial, what has ended above them, and below
 * them the leaderboard so far.
 */
final class BarsView implements RunView {

  private static final int BAR = 12;

  /** Experiments of the leaderboard below the bars. */
  private static final int BEST = 5;

  private static final long REDRAW_NANOS = 100_000_000L;

  private final Terminal terminal;
  private final Display display;
  private final Standings standings;
  private final Map<Trial, Running> running = new LinkedHashMap<>();
  private String footer = "";
  private long drawn;
  private boolean closed;

  BarsView(Terminal terminal, Standings standings) {
    this.terminal = terminal;
    this.standings = standings;
    this.display = new Display(terminal, false);
  }

  /** What is known of a running trial. */
  private static final class Running {
    private Observer.@Nullable Moment moment;
    private double rate;
    private @Nullable EpochRow last;
  }

  @Override
  public void started(Trial trial) {
    running.put(trial, new Running());
    draw();
  }

  @Override
  public void progress(Trial trial, Observer.Moment moment, double imagesPerSecond) {
    Running now = running.get(trial);
    if (now != null) {
      now.moment = moment;
      now.rate = imagesPerSecond;
    }
    if (System.nanoTime() - drawn > REDRAW_NANOS) {
      draw();
    }
  }

  @Override
  public void epoch(Trial trial, EpochRow row, int epochs) {
    Running now = running.get(trial);
    if (now != null) {
      now.last = row;
    }
  }

  @Override
  public void ended(Trial trial, Ending ending) {
    Running now = running.remove(trial);
    Double tested = now == null || now.last == null ? null : now.last.testAccuracy();
    Reported reported = ending instanceof Ending.Stored stored ? stored.reported() : null;
    if (reported != null) {
      tested = reported.testAccuracy();
      standings.add(trial, tested);
    }
    String accuracy =
        tested == null ? "" : String.format(Locale.ROOT, ", test accuracy %.2f%%", 100 * tested);
    above(trial.label() + ": " + EndingText.of(trial, ending) + accuracy);
    draw();
  }

  @Override
  public void tick(int waiting, double secondsLeft) {
    footer =
        (waiting > 0 ? waiting + " waiting, " : "")
            + (secondsLeft > 0 ? "about " + Durations.text(secondsLeft) + " left" : "");
    draw();
  }

  /** Prints lines that stay, above the bars. */
  private synchronized void above(String text) {
    if (!closed) {
      display.update(List.of(), 0);
      terminal.writer().println(text);
      terminal.flush();
    }
  }

  private synchronized void draw() {
    if (closed) {
      return;
    }
    drawn = System.nanoTime();
    int width = terminal.getWidth() > 0 ? terminal.getWidth() : 80;
    int height = terminal.getHeight() > 0 ? terminal.getHeight() : 24;
    display.resize(height, width);
    List<AttributedString> lines = new ArrayList<>();
    for (Map.Entry<Trial, Running> entry : running.entrySet()) {
      if (lines.size() < height - 2) {
        lines.add(cut(line(entry.getKey(), entry.getValue()), width));
      }
    }
    lines.add(cut(footer, width));
    int room = height - lines.size() - 2;
    if (room > 1) {
      standings.lines(Math.min(BEST, room - 1)).forEach(line -> lines.add(cut(line, width)));
    }
    display.update(lines, -1);
  }

  private static AttributedString cut(String text, int width) {
    return new AttributedString(text.length() < width ? text : text.substring(0, width - 1));
  }

  private static String line(Trial trial, Running now) {
    Observer.Moment moment = now.moment;
    if (moment == null) {
      return trial.label() + "  starting";
    }
    double share = moment.done() / (double) moment.total();
    int filled = (int) (share * BAR);
    double left = now.rate > 0 ? (moment.total() - moment.done()) / now.rate : 0;
    String phase = moment.phases() == 1 ? "" : "  phase " + moment.phase() + "/" + moment.phases();
    return String.format(
        Locale.ROOT,
        "%s %s%s %3d%%  %s%s  epoch %d/%d  loss %.3f  acc %.1f%%  %,.0f images/s",
        trial.label(),
        "█".repeat(filled),
        "░".repeat(BAR - filled),
        (int) (100 * share),
        left > 0 ? Durations.text(left) : "",
        phase,
        moment.epoch(),
        moment.epochs(),
        moment.loss(),
        100 * moment.accuracy(),
        now.rate);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      display.update(List.of(), 0);
      closed = true;
      try {
        terminal.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
