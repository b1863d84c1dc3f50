package bakeoff.dataset;

/** Images in memory, one after another, each height x width x channels; labels take turns. */
final class InterleavedImages implements Split {

  private final byte[] images;
  private final int bytes;
  private final int classes;

  /**
   * @param bytes of one image
   */
  InterleavedImages(byte[] images, int bytes, int classes) {
    this.images = images;
    this.bytes = bytes;
    this.classes = classes;
  }

  @Override
  public int count() {
    return images.length / bytes;
  }

  @Override
  public int label(int image) {
    return image % classes;
  }

  @Override
  public void read(int image, float[] pixels) {
    for (int i = 0; i < bytes; i++) {
      pixels[i] = Bytes.number(images[image * bytes + i]);
    }
  }
}
