package bakeoff.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A style sheet or a script that stands in the page, with the words that let a browser run it. */
record Inline(String text) {

  /** Files that come with the program, one after the other; relative to this class or absolute. */
  static Inline of(String... files) {
    StringBuilder text = new StringBuilder("\n");
    for (String file : files) {
      text.append(read(file).strip()).append('\n');
    }
    return new Inline(text.toString());
  }

  static String read(String file) {
    try (InputStream in = Inline.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a Content-Security-Policy names what it allows. */
  String source() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
