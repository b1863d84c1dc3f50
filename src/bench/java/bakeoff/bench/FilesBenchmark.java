package bakeoff.bench;

import bakeoff.compare.ResultsDiff;
import bakeoff.compare.Source;
import bakeoff.problem.Problems;
import bakeoff.report.FolderResults;
import bakeoff.report.Report;
import bakeoff.result.ResultStore;
import bakeoff.spec.ExperimentFile;
import bakeoff.yaml.ExperimentFiles;
import bakeoff.yaml.ExperimentReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the short commands do once they are warm. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls open() first
public class FilesBenchmark {

  private static final Path DEEP = Path.of("experiments", "cifar10", "model-8.yaml");

  private MadeUp ten;

  @Setup
  public void open() throws IOException {
    ten = new MadeUp(10);
  }

  /** A file through the seven it extends. */
  @Benchmark
  public List<ExperimentFile> read() {
    return new ExperimentReader(new Problems(), List.of(), name -> true).read(DEEP);
  }

  /** Of ten experiments: their files, their results, and what is written of them. */
  @Benchmark
  public Map<String, byte[]> report() {
    ExperimentReader reader = new ExperimentReader(new Problems(), List.of(), name -> true);
    List<ExperimentFile> files = new ArrayList<>();
    for (Path file : ExperimentFiles.directlyIn(ten.files().resolve(MadeUp.NAME))) {
      files.addAll(reader.read(file));
    }
    return Report.of(
            new FolderResults(MadeUp.NAME, files, new ResultStore(ten.before()).all(MadeUp.NAME)))
        .files();
  }

  /** Of ten experiments, every one of them changed. */
  @Benchmark
  public ResultsDiff diff() {
    return new Source(ten.before(), Path.of("results"), 0.05)
        .compare(ten.before().toString(), ten.after().toString());
  }
}
