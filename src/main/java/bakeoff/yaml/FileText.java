package bakeoff.yaml;

import bakeoff.problem.Mark;
import bakeoff.problem.Problems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The text of a file of a page or so: UTF-8, without a byte order mark or control characters. */
final class FileText {

  private static final int LARGEST = 1 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private FileText() {}

  /** Empty if it is not such a text, which is then a problem. */
  static Optional<String> of(Path file, Problems problems) {
    String name = file.toString();
    try {
      if (leadsAway(file)) {
        problems.add(
            new Mark(name, 1, 1),
            "a link to a file elsewhere",
            "a link may lead to this folder, or to one beside it");
        return Optional.empty();
      }
      if (Files.size(file) > LARGEST) {
        problems.add(new Mark(name, 1, 1), "larger than 1 MiB", "an experiment is a page of text");
        return Optional.empty();
      }
      return decode(Files.readAllBytes(file), name, problems);
    } catch (IOException e) {
      String reason = e instanceof AccessDeniedException ? "no permission" : e.getMessage();
      problems.add(Mark.whole(name), "cannot be read: " + reason);
      return Optional.empty();
    }
  }

  /** A mistake quotes the file it is in, and whoever wrote a link may not read what it leads to. */
  private static boolean leadsAway(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isSymbolicLink(file) || folder == null) {
      return false;
    }
    Path above = folder.toRealPath().getParent();
    return above != null && !file.toRealPath().startsWith(above);
  }

  private static Optional<String> decode(byte[] bytes, String name, Problems problems) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer decoded = CharBuffer.allocate(bytes.length);
    boolean isUtf8 = decoder.decode(ByteBuffer.wrap(bytes), decoded, true).isUnderflow();
    String text = decoded.flip().toString();
    if (!isUtf8) {
      problems.add(end(text, name), "not UTF-8 text", "save the file in the encoding UTF-8");
      return Optional.empty();
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && "\t\n\r\u0085".indexOf(c) < 0) {
        problems.add(
            end(text.substring(0, i), name),
            String.format(Locale.ROOT, "a control character, U+%04X", (int) c),
            "remove it");
        return Optional.empty();
      }
    }
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return Optional.of(marked ? text.substring(1) : text);
  }

  /** The place behind a text. */
  private static Mark end(String text, String name) {
    int lines = (int) text.chars().filter(c -> c == '\n').count();
    return new Mark(name, lines + 1, text.length() - text.lastIndexOf('\n'));
  }
}
