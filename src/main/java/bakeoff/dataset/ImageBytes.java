package bakeoff.dataset;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Images in memory or mapped into it, one after another, each height x width x channels.
 *
 * @param parts each holds as many images as the first, but the last one, and nothing else
 * @param numbers of one image
 * @param labels of the images, in order
 */
record ImageBytes(List<ByteBuffer> parts, int perPart, int numbers, int[] labels) implements Split {

  ImageBytes {
    parts = List.copyOf(parts);
  }

  @Override
  public int count() {
    return labels.length;
  }

  @Override
  public int label(int image) {
    return labels[image];
  }

  @Override
  public void read(int image, float[] pixels) {
    byte[] bytes = new byte[numbers];
    parts.get(image / perPart).get(image % perPart * numbers, bytes);
    for (int i = 0; i < numbers; i++) {
      pixels[i] = Bytes.number(bytes[i]);
    }
  }
}
