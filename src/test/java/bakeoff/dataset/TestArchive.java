package bakeoff.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A small archive: what it should hold, and the bytes of one that does, or holds something else.
 */
final class TestArchive {

  /** Random enough that gzip leaves some 20 kB of it. */
  static final byte[] ONE = noise(20_000);

  static final byte[] TWO = "the second file".getBytes(StandardCharsets.UTF_8);

  /** The folder, both files, and one more that is left in the archive. */
  static final List<Entry> RIGHT =
      List.of(
          folder("tiny/"),
          file("tiny/one.bin", ONE),
          file("tiny/readme.html", new byte[10]),
          file("tiny/two.bin", TWO));

  private TestArchive() {}

  /** One entry, which writes itself. */
  interface Entry {
    void to(TarArchiveOutputStream tar) throws IOException;
  }

  static Entry file(String name, byte[] content) {
    return tar -> {
      TarArchiveEntry entry = new TarArchiveEntry(name, true);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    };
  }

  static Entry folder(String name) {
    return file(name, new byte[0]);
  }

  /**
   * @param kind a link flag of {@link org.apache.commons.compress.archivers.tar.TarConstants}
   */
  static Entry link(String name, byte kind, String to) {
    return tar -> {
      TarArchiveEntry entry = new TarArchiveEntry(name, kind);
      entry.setLinkName(to);
      tar.putArchiveEntry(entry);
      tar.closeArchiveEntry();
    };
  }

  static byte[] pack(List<Entry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (Entry entry : entries) {
        entry.to(tar);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** What is expected, said to be packed in these bytes. */
  static Archive describe(URI from, byte[] packed) {
    return new Archive(
        from,
        packed.length,
        digest("MD5", packed),
        "tiny",
        List.of(
            new DataFile("one.bin", ONE.length, digest("SHA-256", ONE)),
            new DataFile("two.bin", TWO.length, digest("SHA-256", TWO))),
        Set.of("readme.html"));
  }

  static String digest(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new java.util.Random(1).nextBytes(bytes);
    return bytes;
  }
}
