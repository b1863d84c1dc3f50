package bakeoff.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;

/** Writes the script by which bash and zsh complete commands and options; the build calls it. */
final class Completion {

  private Completion() {}

  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), text());
  }

  static String text() {
    return AutoComplete.bash("bakeoff", Bakeoff.commands());
  }
}
