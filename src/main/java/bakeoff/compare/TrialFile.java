package bakeoff.compare;

import java.io.IOException;

/**
 * A trial's result, not read yet.
 *
 * @param path below the results folder
 * @param blob git's name of its bytes: files of the same name hold the same
 * @param shownAs the file and the revision, for messages
 */
record TrialFile(String path, String blob, String shownAs, Content content) {

  /** More bytes than any real result has. */
  static final int LARGEST = 64 << 20;

  /** Where the bytes come from. */
  @FunctionalInterface
  interface Content {
    byte[] read() throws IOException;
  }

  /** As the file's name says. */
  String seed() {
    return path.substring(path.lastIndexOf('/') + 1, path.length() - ".json".length());
  }
}
