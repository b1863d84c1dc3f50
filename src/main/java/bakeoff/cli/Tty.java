package bakeoff.cli;

import java.io.Console;

/** Whether a person looks on: both ends of the program are a terminal. */
final class Tty {

  private static final int ALWAYS_A_CONSOLE_SINCE = 22;

  private Tty() {}

  @SuppressWarnings("SystemConsoleNull") // JDK 22 and later are asked in their own way
  static boolean isOne() {
    Console console = System.console();
    if (console == null || Runtime.version().feature() < ALWAYS_A_CONSOLE_SINCE) {
      return console != null;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
