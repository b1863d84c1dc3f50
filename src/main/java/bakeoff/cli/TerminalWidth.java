package bakeoff.cli;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** How many characters fit a line of what the user looks at. */
final class TerminalWidth {

  /** Where nobody looks, as into a pipe: lines as long as they like to be. */
  private static final int PIPE = 160;

  private static final int USUAL = 80;

  private TerminalWidth() {}

  /** What {@code COLUMNS} says, else the terminal. */
  static int columns() {
    return columns(System.getenv("COLUMNS"));
  }

  static int columns(@Nullable String given) {
    if (given != null && given.matches("[1-9]\\d{1,3}")) {
      return Integer.parseInt(given);
    }
    if (!Tty.isOne()) {
      return PIPE;
    }
    try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
      return terminal.getWidth() > 0 ? terminal.getWidth() : USUAL;
    } catch (IOException e) {
      return USUAL;
    }
  }
}
