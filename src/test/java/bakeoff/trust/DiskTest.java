package bakeoff.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bakeoff.cli.Call;
import bakeoff.dataset.OwnArrays;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full, a folder that cannot be written, data that goes away or bad: told in a line,
 * nothing half-written, no good file replaced, and the next run works. Full and read-only disks are
 * mounted, which takes root; elsewhere those tests are skipped.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(600)
class DiskTest {

  private static final String ROOMY = "size=64m";

  @TempDir private Path folder = Path.of("");
  private final List<Path> mounted = new ArrayList<>();
  private Bench bench = new Bench(folder);

  @BeforeEach
  void write() throws IOException {
    bench = new Bench(folder.resolve("here"));
    bench.write("net", Bench.QUICK.formatted(2, "[1]"));
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    for (Path place : mounted) {
      does("umount", place);
    }
  }

  private static int does(Object... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    for (Object word : words) {
      command.add(word.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    return process.waitFor();
  }

  private void mount(Path place, Object... words) throws IOException, InterruptedException {
    Files.createDirectories(place);
    List<Object> command = new ArrayList<>(List.of("mount"));
    command.addAll(List.of(words));
    command.add(place);
    assumeTrue(does(command.toArray()) == 0, "mounting takes root");
    mounted.add(place);
  }

  private void fill(Path disk) throws IOException, InterruptedException {
    mount(disk, "-t", "tmpfs", "-o", "size=1m", "tmpfs");
    does("dd", "if=/dev/zero", "of=" + disk.resolve("filler"), "bs=4k");
    assertEquals(0, disk.toFile().getUsableSpace());
  }

  /** One line, with what is wrong. */
  private static void told(Call call, int status, String what) {
    assertEquals(status, call.status(), call.err());
    assertTrue(call.err().contains(what), call.err());
    assertFalse(call.err().contains("\tat ") || call.err().contains("a fault of"), call.err());
  }

  @Test
  void noRoomForResults() throws IOException, InterruptedException {
    assertEquals(0, bench.run().status());
    byte[] good = Files.readAllBytes(bench.json("net", 1));
    bench.write("other", Bench.QUICK.formatted(1, "[1]"));
    Path disk = bench.results();
    Map<String, byte[]> before = bench.trained();
    Path aside = folder.resolve("aside");
    Files.move(disk, aside);
    fill(disk);
    Files.delete(disk.resolve("filler"));
    assertEquals(0, does("cp", "-r", aside + "/.", disk));
    does("dd", "if=/dev/zero", "of=" + disk.resolve("filler"), "bs=4k");

    Call full = bench.run("--force");
    told(full, 1, "No space left on device");
    assertArrayEquals(good, Files.readAllBytes(bench.json("net", 1)));
    assertEquals(List.of(), bench.halves());
    assertFalse(Files.exists(bench.json("other", 1)));

    Files.delete(disk.resolve("filler"));
    assertEquals(0, bench.run().status());
    assertTrue(Files.exists(bench.json("other", 1)));
    before.forEach((path, bytes) -> assertArrayEquals(bytes, trained().get(path), path));
  }

  private Map<String, byte[]> trained() {
    try {
      return bench.trained();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noRoomForWhatIsLarge() throws IOException, InterruptedException {
    fill(bench.runs());
    Call full = bench.run();
    told(full, 1, "No space left on device");
    assertEquals(List.of(), bench.halves());

    Files.delete(bench.runs().resolve("filler"));
    Call after = bench.run();
    assertEquals(0, after.status(), after.err());
    assertTrue(Files.readString(bench.json("net", 1)).contains("\"finished\""));
  }

  /** The disk fills while a trial is trained: it is one failed row, and goes on from before. */
  @Test
  void noRoomForTheModel() throws IOException, InterruptedException {
    mount(bench.runs(), "-t", "tmpfs", "-o", "size=200k", "tmpfs");
    bench.write(
        "net",
        """
        dataset: shapes
        subset: 0.05
        model: {layers: [flatten, dense: 100, dense: classes]}
        training: {batch_size: 100, optimizer: sgd, phases: [{epochs: 1, learning_rate: 0.1}]}
        """);
    Call full = bench.run();
    told(full, 1, "No space left on device");
    assertTrue(full.err().contains("the next run tries again"), full.err());
    String stored = Files.readString(bench.json("net", 1));
    assertTrue(stored.contains("\"failed\"") && stored.contains("No space left"), stored);
    assertFalse(stored.contains(folder.toString()), stored);
    assertEquals(List.of(), bench.halves());

    assertEquals(0, does("mount", "-o", "remount," + ROOMY, bench.runs()));
    Call after = bench.run();
    assertEquals(0, after.status(), after.err());
  }

  @Test
  void resultsThatCannotBeWritten() throws IOException, InterruptedException {
    Files.createDirectories(bench.results());
    mount(bench.results(), "-o", "bind", bench.results());
    assertEquals(0, does("mount", "-o", "remount,ro,bind", bench.results()));
    told(bench.run(), 2, "results: cannot be written to");
    assertFalse(Files.exists(bench.trial("net", 1)), "before anything is trained");
    assertEquals(0, does("mount", "-o", "remount,rw,bind", bench.results()));
    assertEquals(0, bench.run().status());
  }

  @Test
  void aFileInPlaceOfTheFolder() throws IOException {
    Files.createDirectories(bench.top());
    Files.writeString(bench.results(), "mine");
    told(bench.run(), 2, "results: a file, where a folder has to be");
    assertEquals("mine", Files.readString(bench.results()));
    Files.delete(bench.results());
    assertEquals(0, bench.run().status());
  }

  @Test
  void dataThatGoesAway() throws IOException, InterruptedException {
    Path arrays = Files.createDirectories(bench.top().resolve("data/arrays"));
    bench.write(
        "net",
        """
        dataset: {npy: arrays}
        model: {layers: [flatten, dense: classes]}
        training: {batch_size: 10, optimizer: sgd, phases: [{epochs: 2, learning_rate: 0.1}]}
        """);
    // A process looks at data once, so each call is one of its own.
    told(call(), 2, "train_images.npy is missing");
    for (String split : List.of("train", "test")) {
      Files.write(arrays.resolve(split + "_images.npy"), npy("40, 8, 8", 40 * 64));
      Files.write(arrays.resolve(split + "_labels.npy"), npy("40,", 40));
    }
    assertEquals(0, call().status());
    byte[] good = Files.readAllBytes(bench.json("net", 1));

    Path images = arrays.resolve("train_images.npy");
    byte[] whole = Files.readAllBytes(images);
    Files.write(images, Arrays.copyOf(whole, whole.length - 7));
    told(call(), 2, "net.yaml:1:11: ");
    assertArrayEquals(good, Files.readAllBytes(bench.json("net", 1)), "no good file replaced");

    Files.delete(images);
    told(call(), 2, "train_images.npy");
    Files.write(images, whole);
    Call again = call();
    assertEquals(0, again.status(), again.err());
    assertTrue(again.err().contains("1 trial, 1 up to date"), again.err());

    whole[whole.length - 1] ^= 1; // other data: the result is of what was there before
    Files.write(images, whole);
    Call other = call();
    assertEquals(0, other.status(), other.err());
    assertTrue(other.err().contains("1 trial, 0 up to date"), other.err());
  }

  private Call call() throws IOException, InterruptedException {
    Started run = bench.start(Map.of());
    int code = run.code();
    return new Call(code, "", run.words());
  }

  /** Numbers 0, 1, 2, 0, … in NumPy's format. */
  private static byte[] npy(String shape, int count) {
    byte[] numbers = new byte[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (byte) (i % 3);
    }
    return OwnArrays.npy("|u1", shape, numbers);
  }

  /** Room for half of them: what is decoded would be 600 kB. */
  @Test
  void noRoomForDecodedImages() throws IOException, InterruptedException {
    Path data = bench.top().resolve("data");
    mount(data, "-t", "tmpfs", "-o", "size=400k", "tmpfs");
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    for (String name : List.of("train/a", "train/b", "test/a")) {
      Path file = data.resolve("pets").resolve(name).resolve("1.png");
      Files.createDirectories(file.resolveSibling(""));
      ImageIO.write(image, "png", file.toFile());
    }
    bench.write(
        "net",
        """
        dataset: {image_folder: {path: pets, size: 256}}
        model: {layers: [{max_pool2d: 128}, flatten, dense: classes]}
        training: {batch_size: 1, optimizer: sgd, phases: [{epochs: 1, learning_rate: 0.1}]}
        """);
    told(call(), 2, "cannot be put into");
    try (Stream<Path> left = Files.list(data.resolve(".bakeoff"))) {
      assertTrue(left.noneMatch(file -> file.toString().matches(".*(tmp|images)")));
    }
    assertEquals(0, does("mount", "-o", "remount," + ROOMY, data));
    Call after = call();
    assertEquals(0, after.status(), after.err());
  }
}
