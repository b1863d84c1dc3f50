package bakeoff.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Takes an archive's files out of it, and nothing that is not expected there. */
record Unpack(Archive archive, DatasetSource.Progress progress) {

  private static final long LARGEST_OTHER = 1 << 16;

  /**
   * @param folder is there and empty
   * @throws IOException if the archive is damaged, or holds a name, a kind or a size that is not
   *     expected
   */
  void into(Path folder, Path packed) throws IOException {
    long done = 0;
    try (InputStream file = Files.newInputStream(packed);
        InputStream unzipped = new GZIPInputStream(file, 1 << 16);
        TarArchiveInputStream tar = new TarArchiveInputStream(unzipped)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Optional<DataFile> wanted = wanted(entry);
        if (wanted.isPresent()) {
          write(tar, folder.resolve(wanted.get().name()));
          done += wanted.get().bytes();
          progress.at("unpacking " + archive.name(), done, archive.unpackedBytes());
        }
      }
    }
  }

  private Optional<DataFile> wanted(TarArchiveEntry entry) throws IOException {
    String name = entry.getName();
    byte kind = entry.getLinkFlag();
    if (kind == TarConstants.LF_DIR && name.equals(archive.folder() + "/")) {
      return Optional.empty();
    }
    String start = archive.folder() + "/";
    String inside = name.startsWith(start) ? name.substring(start.length()) : "";
    Optional<DataFile> wanted = archive.file(inside);
    if (wanted.isEmpty() && !archive.others().contains(inside)) {
      throw new IOException("it holds " + name + ", which does not belong there");
    }
    if (kind != TarConstants.LF_NORMAL && kind != TarConstants.LF_OLDNORM) {
      throw new IOException(name + " in it is no regular file");
    }
    long size = entry.getSize();
    if (wanted.isPresent() ? size != wanted.get().bytes() : size > LARGEST_OTHER) {
      throw new IOException(name + " in it has " + size + " bytes, " + expected(wanted));
    }
    return wanted;
  }

  private static String expected(Optional<DataFile> wanted) {
    return wanted.map(file -> "expected " + file.bytes()).orElse("at most " + LARGEST_OTHER);
  }

  private static void write(InputStream in, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      in.transferTo(out);
    }
  }
}
