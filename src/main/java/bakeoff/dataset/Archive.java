package bakeoff.dataset;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A released archive of a data set, a gzipped tar with one folder.
 *
 * @param bytes the size of the archive
 * @param md5 of the archive, as its publisher gives it, hexadecimal
 * @param folder the folder in it
 * @param files the files in the folder that are the data
 * @param others names of files in the folder that are left in the archive
 */
record Archive(
    URI from, long bytes, String md5, String folder, List<DataFile> files, Set<String> others)
    implements Remote {

  Archive {
    files = List.copyOf(files);
    others = Set.copyOf(others);
  }

  Optional<DataFile> file(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst();
  }

  long unpackedBytes() {
    return files.stream().mapToLong(DataFile::bytes).sum();
  }

  /** How to do without the download. */
  @Override
  public String byHand(Path data) {
    return "Or put %s (md5 %s), or its unpacked folder %s, into %s."
        .formatted(name(), md5, folder, data.toAbsolutePath());
  }
}
