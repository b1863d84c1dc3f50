package bakeoff.dataset;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Images as CIFAR stores them: bytes with labels, then a plane a channel, row-major.
 *
 * @param files each holds as many images as the others
 * @param plane height x width
 * @param labels how many labels an image has
 * @param label the one that counts, from 0
 */
record PlanarRecords(
    List<ByteBuffer> files, int perFile, int channels, int plane, int labels, int label)
    implements Split {

  PlanarRecords {
    files = List.copyOf(files);
  }

  PlanarRecords(List<ByteBuffer> files, int perFile, int channels, int plane) {
    this(files, perFile, channels, plane, 1, 0);
  }

  @Override
  public int count() {
    return files.size() * perFile;
  }

  @Override
  public int label(int image) {
    return files.get(image / perFile).get(start(image) + label) & 0xFF;
  }

  @Override
  public void read(int image, float[] pixels) {
    byte[] planes = new byte[channels * plane];
    files.get(image / perFile).get(start(image) + labels, planes);
    for (int c = 0; c < channels; c++) {
      for (int p = 0; p < plane; p++) {
        pixels[p * channels + c] = Bytes.number(planes[c * plane + p]);
      }
    }
  }

  private int start(int image) {
    return image % perFile * (labels + channels * plane);
  }
}
