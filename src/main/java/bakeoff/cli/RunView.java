package bakeoff.cli;

import bakeoff.run.RunObserver;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** What the user sees of a run: bars on a terminal, lines elsewhere. */
interface RunView extends RunObserver, AutoCloseable {

  /** Who looks at a terminal is also told how the experiments stand. */
  static RunView on(PrintWriter err, Supplier<Standings> standings) throws IOException {
    if (!Tty.isOne() || "dumb".equals(System.getenv("TERM"))) {
      return new LinesView(err);
    }
    Terminal terminal =
        TerminalBuilder.builder()
            .system(true)
            .systemOutput(TerminalBuilder.SystemOutput.SysErr)
            .dumb(true)
            .build();
    return new BarsView(terminal, standings.get());
  }

  @Override
  void close();
}
