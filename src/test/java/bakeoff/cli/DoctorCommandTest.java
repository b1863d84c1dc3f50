package bakeoff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorCommandTest {

  @TempDir private Path temp = Path.of("");

  private Call doctor(Object... more) {
    Stream<Object> options =
        Stream.of("doctor", "--data", temp, "--results", temp.resolve("r"), "--runs", temp);
    return Call.of(Stream.concat(options, Stream.of(more)).toArray());
  }

  @Test
  void saysWhatIsHere() {
    Call call = doctor();
    assertEquals(0, call.status(), call.out());
    assertEquals("", call.err());
    List<String> lines = call.out().lines().toList();
    assertTrue(lines.get(1).startsWith("TensorFlow  2.18.0, oneDNN on, loaded in "), call.out());
    assertTrue(call.out().contains("\nCPU         "), call.out());
    assertTrue(call.out().contains("precision bfloat16: "), call.out());
    for (String library : List.of("libcuda.so.1", "libcudart.so.12", "libcudnn.so.9")) {
      long named =
          lines.stream()
              .filter(line -> line.matches(" +(found|missing): .*"))
              .filter(line -> line.contains(library))
              .count();
      assertEquals(1, named, call.out());
    }
    assertTrue(call.out().contains("shapes: here"), call.out());
    assertTrue(
        call.out().contains("- `bakeoff data fetch NAME` gets a data set you need: cifar10"),
        call.out());
    assertTrue(call.out().contains("results     " + temp.resolve("r") + ": not there yet, "));
  }

  @Test
  void aFileForAFolderIsTold() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    Call call = doctor("--results", file);
    assertTrue(call.status() != 0);
    call = Call.of("doctor", "--data", temp, "--results", file, "--runs", temp);
    assertEquals(1, call.status());
    assertTrue(call.out().contains("- " + file + " cannot be written to: --results DIR"));
  }

  /** A native library that is missing, damaged, or without the rest of TensorFlow. */
  @ParameterizedTest
  @CsvSource({
    "native,no native library for this platform",
    "damaged,the native library is damaged",
    "api,TensorFlow's jars are not beside the program"
  })
  void aTensorFlowThatCannotBeLoadedIsToldInWords(String what, String remedy)
      throws IOException, InterruptedException {
    Pattern without =
        Pattern.compile(
            what.equals("api")
                ? "tensorflow-core-api"
                : "tensorflow-core-native-[\\d.]+-.*\\.jar$");
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !without.matcher(entry).find())
            .collect(Collectors.joining(File.pathSeparator));
    if (what.equals("damaged")) {
      classPath = damaged() + File.pathSeparator + classPath;
    }
    Process process = process(classPath).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor(), said);
    assertTrue(said.contains("TensorFlow  cannot be loaded: "), said);
    assertTrue(said.contains("- " + remedy), said);
    assertFalse(said.contains("\tat "), said);
  }

  private ProcessBuilder process(String classPath) {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            Bakeoff.class.getName(),
            "doctor",
            "--data",
            temp.toString(),
            "--runs",
            temp.toString())
        .redirectErrorStream(true);
  }

  /** It changes bits, and no result would know. */
  @Test
  void whatAShellSaysToTensorFlowIsNotHeard() throws IOException, InterruptedException {
    ProcessBuilder builder = process(System.getProperty("java.class.path"));
    builder.environment().put("TF_ENABLE_ONEDNN_OPTS", "0");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    assertTrue(said.contains("oneDNN on, loaded in "), said);
  }

  /** A folder with a file of no use where the jar has the native library. */
  private Path damaged() throws IOException {
    Path folder = temp.resolve("damaged/org/tensorflow/internal/c_api/linux-x86_64");
    Files.createDirectories(folder);
    for (String name : List.of("libjnitensorflow.so", "libtensorflow_cc.so.2")) {
      Files.writeString(folder.resolve(name), "no library");
    }
    return temp.resolve("damaged");
  }
}
