package bakeoff.dataset;

import java.net.URI;
import java.nio.file.Path;

/** A file that can be downloaded. */
interface Remote {

  URI from();

  /** Its size. */
  long bytes();

  /** The file's name. */
  default String name() {
    String path = from().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** How to do without the download, as a sentence. */
  String byHand(Path folder);
}
