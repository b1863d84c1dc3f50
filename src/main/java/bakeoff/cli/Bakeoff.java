package bakeoff.cli;

import bakeoff.problem.UserError;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: its commands, and what becomes of mistakes. */
@Command(
    name = "bakeoff",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = false,
    header = "Runs folders of YAML experiments and says, with statistics, which model is better.",
    footer = {
      "",
      "Start with:  bakeoff init, then bakeoff run experiments/first",
      "Exit codes:  0 done; 1 a trial failed or diverged, or a check said no;",
      "             2 a mistake in the call or in a file; 130 interrupted"
    })
public final class Bakeoff {

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a fault of the program.")
  private boolean verbose;

  private Bakeoff() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    // What no option here takes; to look for it costs each start.
    System.setProperty("picocli.converters.excludes", "java.sql.*,java.time.*");
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int status = run(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /** Whatever the platform's encoding: the tables and the arithmetic are not ASCII. */
  private static PrintWriter utf8(FileDescriptor to) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8), true);
  }

  /** In the order of the help. */
  private static Map<String, Class<?>> all() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("init", InitCommand.class);
    commands.put("check", CheckCommand.class);
    commands.put("show", ShowCommand.class);
    commands.put("run", RunCommand.class);
    commands.put("report", ReportCommand.class);
    commands.put("diff", DiffCommand.class);
    commands.put("export", ExportCommand.class);
    commands.put("submit", SubmitCommand.class);
    commands.put("data", DataCommand.class);
    commands.put("doctor", DoctorCommand.class);
    return commands;
  }

  /** With every command and option, to look into. */
  static CommandLine commands() {
    return commands(new Bakeoff(), all());
  }

  private static CommandLine commands(Bakeoff program, Map<String, Class<?>> named) {
    CommandLine commands = new CommandLine(program);
    named.forEach(commands::addSubcommand);
    return commands;
  }

  /** The exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    Bakeoff program = new Bakeoff();
    CommandLine commands = commands(program, named(arguments));
    for (CommandLine command : commands.getSubcommands().values()) {
      command.getCommandSpec().versionProvider(new Version());
    }
    commands
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpLongOptionsMaxWidth(28)
        .setParameterExceptionHandler((e, given) -> misuse(e))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> mistake(e, command.getErr(), program.verbose));
    return arguments.length == 0 ? usage(commands) : commands.execute(arguments);
  }

  /** The command that is called, if there is one: to look into the others would cost each start. */
  private static Map<String, Class<?>> named(String... arguments) {
    Map<String, Class<?>> all = all();
    for (String argument : arguments) {
      if (!argument.startsWith("-")) {
        Class<?> command = all.get(argument);
        return command == null ? all : Map.of(argument, command);
      }
    }
    return all;
  }

  private static int usage(CommandLine commands) {
    commands.usage(commands.getErr());
    return 2;
  }

  private static int misuse(ParameterException e) {
    CommandLine command = e.getCommandLine();
    List<String> similar =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    String name = command.getCommandSpec().qualifiedName();
    String hint =
        similar.isEmpty()
            ? "`" + name + " --help` says what it takes"
            : "did you mean `" + similar.get(0) + "`?";
    command.getErr().println("bakeoff: " + e.getMessage() + hint(hint));
    return 2;
  }

  private static int mistake(Exception e, PrintWriter err, boolean verbose) {
    if (e instanceof UserError user) {
      err.println(words(user));
      return 2;
    }
    IOException io =
        e instanceof IOException direct
            ? direct
            : e instanceof UncheckedIOException unchecked ? unchecked.getCause() : null;
    if (io != null && !verbose) {
      err.println("bakeoff: " + words(io));
      return 1;
    }
    err.println(
        "bakeoff: a fault of the program, not of yours: " + e + hint("--verbose shows where"));
    if (verbose) {
      e.printStackTrace(err);
    }
    return 1;
  }

  static String words(UserError mistake) {
    return "bakeoff: " + mistake.getMessage() + hint(mistake.hint());
  }

  private static String hint(@Nullable String hint) {
    return hint == null ? "" : "\n    " + hint;
  }

  /** Java's own messages are a bare path for some of these. */
  private static String words(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": no permission";
    }
    if (e instanceof FileSystemException file) {
      String reason = file.getReason();
      return file.getFile() + ": " + (reason == null ? file.getClass().getSimpleName() : reason);
    }
    return String.valueOf(e.getMessage());
  }
}
