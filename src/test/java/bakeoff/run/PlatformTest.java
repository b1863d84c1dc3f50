package bakeoff.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "'flags\t\t: fpu sse4_2 avx avx2 avx512f avx512_bf16 sse4_2', avx512_bf16",
    "'flags\t\t: fpu sse2', baseline",
    "'Features\t: fp asimd evtstrm sve sve2 bf16', sve2",
    "'Features\t: fp asimd evtstrm', asimd",
    "'processor\t: 0', baseline",
  })
  void theWidestInstructionsAreNamed(String line, String set) {
    assertEquals(set, Platform.instructionSet(List.of("processor\t: 0", line)));
  }
}
