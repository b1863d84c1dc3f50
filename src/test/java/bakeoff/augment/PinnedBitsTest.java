package bakeoff.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bakeoff.augment.RandomCrop.PaddingMode;
import bakeoff.chance.Chance;
import bakeoff.chance.Purpose;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Committed results rest on the bits of these; the digests are of the first program's images. */
final class PinnedBitsTest {

  static Stream<Arguments> pinned() {
    return Stream.of(
        Arguments.of(new RandomHorizontalFlip(0.5), "6da2b83dbca68e59"),
        Arguments.of(new RandomVerticalFlip(0.25), "6961ec76fa9504ba"),
        Arguments.of(new RandomRotation(45, 0.5, Interpolation.NEAREST, 1), "8699998e06e679f8"),
        Arguments.of(new RandomRotation(180, 0.25, Interpolation.BILINEAR, 1), "c3b021df1c70088c"),
        Arguments.of(new RandomCrop(4, PaddingMode.CONSTANT, 0.5, 1), "b6731974f32f9155"),
        Arguments.of(new RandomCrop(4, PaddingMode.REFLECT, 0, 1), "209f9a4a4d639770"));
  }

  @ParameterizedTest
  @MethodSource("pinned")
  void stay(Augmentation kind, String digest) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    for (int i = 0; i < 100; i++) {
      for (int channels : new int[] {1, 3}) {
        Image image = new Image(12, 15, channels);
        for (int p = 0; p < image.pixels().length; p++) {
          image.pixels()[p] = p * 37 % 101 / 101f;
        }
        kind.draw(Chance.of(1, Purpose.TRAIN_AUGMENTATION, 2, i, 3)).apply(image);
        ByteBuffer bytes = ByteBuffer.allocate(4 * image.pixels().length);
        bytes.asFloatBuffer().put(image.pixels());
        sha256.update(bytes);
      }
    }
    assertEquals(digest, HexFormat.of().formatHex(sha256.digest()).substring(0, 16));
  }
}
