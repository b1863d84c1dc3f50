package bakeoff.bench;

import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What happens inside the JVM, by JMH. */
final class Inside {

  private Inside() {}

  /** Arguments: data folder, and what to measure, as a regular expression. */
  public static void main(String[] arguments) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(arguments[1])
            .forks(2)
            .warmupIterations(3)
            .measurementIterations(5)
            .warmupTime(TimeValue.seconds(1))
            .measurementTime(TimeValue.seconds(1))
            .jvmArgsAppend("-XX:+UseSerialGC", "-Dbakeoff.data=" + arguments[0])
            .verbosity(VerboseMode.SILENT)
            .build();
    System.out.println("| what | µs | half of the 99.9% interval |");
    System.out.println("|---|---:|---:|");
    for (RunResult run : new Runner(options).run()) {
      Result<?> time = run.getPrimaryResult();
      String augmentation = run.getParams().getParam("augmentation");
      System.out.printf(
          Locale.ROOT,
          "| %s%s | %,.1f | %,.1f |%n",
          time.getLabel(),
          augmentation == null || augmentation.isEmpty() ? "" : ", `" + augmentation + "`",
          time.getScore(),
          time.getScoreError());
    }
  }
}
