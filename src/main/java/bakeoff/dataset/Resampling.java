package bakeoff.dataset;

/**
 * Resizing along one side: the mean of the pixels under a triangle as wide as two new pixels, or
 * two old ones if these are wider (bilinear with antialiasing, as PIL and torchvision resize).
 *
 * @param first the first old pixel that each new one is made of
 * @param weights of it and those behind it, of each new pixel; together 1
 */
record Resampling(int[] first, float[][] weights) {

  static Resampling of(int from, int to) {
    double scale = from / (double) to;
    double reach = Math.max(1, scale);
    int[] first = new int[to];
    float[][] weights = new float[to][];
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * scale;
      first[i] = Math.max(0, (int) (centre - reach + 0.5));
      int end = Math.min(from, (int) (centre + reach + 0.5));
      double[] triangle = new double[end - first[i]];
      double sum = 0;
      for (int k = 0; k < triangle.length; k++) {
        triangle[k] = Math.max(0, 1 - Math.abs(first[i] + k + 0.5 - centre) / reach);
        sum += triangle[k];
      }
      weights[i] = new float[triangle.length];
      for (int k = 0; k < triangle.length; k++) {
        weights[i][k] = (float) (triangle[k] / sum);
      }
    }
    return new Resampling(first, weights);
  }

  /** From height x old width x channels to height x new width x channels. */
  float[] columns(float[] pixels, int height, int channels) {
    int before = pixels.length / height;
    int after = first.length * channels;
    float[] resized = new float[height * after];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < first.length; x++) {
        for (int k = 0; k < weights[x].length; k++) {
          int from = y * before + (first[x] + k) * channels;
          for (int c = 0; c < channels; c++) {
            resized[y * after + x * channels + c] += weights[x][k] * pixels[from + c];
          }
        }
      }
    }
    return resized;
  }

  /**
   * From old height x width x channels to new height x width x channels.
   *
   * @param stride width x channels
   */
  float[] rows(float[] pixels, int stride) {
    float[] resized = new float[first.length * stride];
    for (int y = 0; y < first.length; y++) {
      for (int k = 0; k < weights[y].length; k++) {
        int from = (first[y] + k) * stride;
        for (int i = 0; i < stride; i++) {
          resized[y * stride + i] += weights[y][k] * pixels[from + i];
        }
      }
    }
    return resized;
  }
}
