package bakeoff.dataset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of {@link DatasetSource#digest}, from what a reader gets to see. */
final class DecodedDigest {

  private DecodedDigest() {}

  static String of(DatasetSource source, Dataset data) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Facts facts = source.facts();
    float[] pixels = new float[facts.height() * facts.width() * facts.channels()];
    add(digest, data.train(), pixels);
    add(digest, data.test(), pixels);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Split split, float[] pixels) {
    byte[] bytes = new byte[1 + pixels.length];
    for (int image = 0; image < split.count(); image++) {
      split.read(image, pixels);
      bytes[0] = (byte) split.label(image);
      for (int i = 0; i < pixels.length; i++) {
        bytes[1 + i] = (byte) Math.round(pixels[i] * 255);
      }
      digest.update(bytes);
    }
  }
}
