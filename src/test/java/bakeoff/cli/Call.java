package bakeoff.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** A call of the program in this process: its exit code, and what it wrote. */
public record Call(int status, String out, String err) {

  public static Call of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int status = Bakeoff.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    return new Call(status, out.toString(), err.toString());
  }

  /** Without the path of a test's folder. */
  public Call within(Path folder) {
    return new Call(status, out.replace(folder + "/", ""), err.replace(folder + "/", ""));
  }
}
