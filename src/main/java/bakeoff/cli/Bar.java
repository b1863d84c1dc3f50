package bakeoff.cli;

import bakeoff.dataset.DatasetSource;
import java.io.PrintWriter;
import java.util.Locale;

/** How far a download is: one line that is written over on a terminal, a line a tenth elsewhere. */
final class Bar implements DatasetSource.Progress {

  private static final long REDRAW_NANOS = 200_000_000L;

  private final PrintWriter err;
  private final boolean terminal = Tty.isOne();
  private String what = "";
  private long drawn;
  private long tenth = -1;

  Bar(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void at(String now, long done, long total) {
    boolean fresh = !now.equals(what);
    boolean end = total > 0 && done >= total;
    if (fresh) {
      what = now;
      tenth = -1;
    }
    if (terminal) {
      if (fresh || end || System.nanoTime() - drawn > REDRAW_NANOS) {
        drawn = System.nanoTime();
        err.print("\r" + text(done, total) + (end ? "\n" : ""));
        err.flush();
      }
    } else if (total > 0 && done * 10 / total > tenth) {
      tenth = done * 10 / total;
      err.println(text(done, total));
    }
  }

  private String text(long done, long total) {
    return total > 0
        ? String.format(Locale.ROOT, "%s: %3d%% of %.1f MB", what, done * 100 / total, total / 1e6)
        : String.format(Locale.ROOT, "%s: %.1f MB", what, done / 1e6);
  }
}
