package bakeoff.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As far as it goes without a GPU. */
class GpusTest {

  /** Of a machine with two, one of them divided (NVIDIA's manual of MIG). */
  private static final String LISTED =
      """
      GPU 0: NVIDIA A100-SXM4-40GB (UUID: GPU-e86cb44c-6756-fd30-cd4a-1e6da3caf9b0)
        MIG 3g.20gb     Device  0: (UUID: MIG-c7384736-a75d-5afc-978f-d2f1294409fd)
      GPU 1: NVIDIA A100-SXM4-40GB (UUID: GPU-5ae42b01-0f6b-4a5c-8e4f-1f1ad4a6d6a5)
      """;

  private static final String FIRST = "GPU-e86cb44c-6756-fd30-cd4a-1e6da3caf9b0";
  private static final String SECOND = "GPU-5ae42b01-0f6b-4a5c-8e4f-1f1ad4a6d6a5";

  @Test
  void theDriverNamesThem() {
    assertEquals(List.of(FIRST, SECOND), Gpus.of(LISTED, null).names());
    assertEquals(List.of(), Gpus.of("NVIDIA-SMI has failed because …\n", null).names());
  }

  @Test
  void aClusterSaysWhichAreOurs() {
    assertEquals(List.of("1"), Gpus.of(LISTED, "1").names());
    assertEquals(List.of("1", "0"), Gpus.of(LISTED, "1, 0").names());
    assertEquals(List.of("0"), Gpus.of(LISTED, "0,-1,1").names());
    assertEquals(List.of(), Gpus.of(LISTED, "").names());
  }

  /** Files stand for devices. */
  @Test
  void oneThatIsNotTheFirstIsThereToo(@TempDir Path devices) throws IOException {
    Files.createFile(devices.resolve("nvidiactl"));
    assertFalse(Nvidia.isThere(devices, null));
    Files.createFile(devices.resolve("nvidia1"));
    assertTrue(Nvidia.isThere(devices, null));
    assertTrue(Nvidia.isThere(devices, "0"));
    assertFalse(Nvidia.isThere(devices, "-1"));
    assertFalse(Nvidia.isThere(devices, ""));
    assertFalse(Nvidia.isThere(devices.resolve("none"), null));
  }

  @Test
  void aWorkerGetsOneThatNoOtherHas() {
    Gpus gpus = Gpus.of(LISTED, null);
    assertEquals(Optional.of(FIRST), gpus.free(List.of()));
    assertEquals(Optional.of(SECOND), gpus.free(List.of(Optional.of(FIRST))));
    assertEquals(Optional.of(FIRST), gpus.free(List.of(Optional.of(SECOND))));
    assertEquals(Optional.empty(), gpus.free(List.of(Optional.of(FIRST), Optional.of(SECOND))));
  }

  @Test
  void asManyTrialsAtOnceAsThereAre() {
    assertEquals(2, Gpus.of(LISTED, null).count());
    assertEquals(1, Gpus.none().count());
  }
}
