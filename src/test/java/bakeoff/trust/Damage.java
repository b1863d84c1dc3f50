package bakeoff.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Files altered at random: bytes lost, doubled or exchanged, numbers and words made monstrous. */
record Damage(Random random, List<String> pieces) {

  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d[\\d.e+-]*");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]{2,}");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "0.5",
          "999999999",
          "2147483647",
          "2147483648",
          "-9223372036854775809",
          "1e999",
          "-1e-999",
          ".nan",
          "NaN",
          "-.inf",
          "0x1F",
          "1_000",
          "007",
          "1e308",
          "5e-324",
          "123456789012345678901234567890",
          "true",
          "null",
          "[1, 2]",
          "{a: 1}",
          "\"\"");

  /** What a YAML reader may stumble on. */
  static final List<String> YAML =
      List.of(
          "\t",
          ": ",
          "- ",
          "{",
          "}",
          "[",
          "]",
          "&a ",
          "*a",
          "<<: ",
          "!!int ",
          "!!java.net.URL ",
          "|\n",
          ">-\n",
          "'",
          "\"",
          "#",
          "null",
          "~",
          "\u0000",
          "\ud83d\ude00",
          "\r",
          "\r\n",
          "\uFEFF",
          "---\n",
          "...\n",
          "%YAML 1.1\n",
          "extends: model-1.yaml\n",
          "extends: ../../etc/passwd\n",
          ",",
          "?",
          "@",
          "\n",
          "  ",
          "\u2028",
          "\u202e",
          "$a",
          "${a}",
          "$$",
          "define: {a: $b, b: [$c, 1], c: $a}\n",
          "matrix: {training.batch_size: [1, 2]}\n",
          "matrix: {a: [1, 2], exclude: [{a: 1}]}\n",
          "seeds: [1, 2]\n",
          "dataset: {image_folder: ../../etc}\n");

  /** What a JSON reader, or a page it is shown on, may stumble on. */
  static final List<String> JSON =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "null",
          "true",
          "-1",
          "1e999",
          "NaN",
          "\u0000",
          "\\u0000",
          "\\ud800",
          "\uFEFF",
          "</script><script>alert(1)</script>",
          "<img src=x onerror=1>",
          "\\u003cscript>",
          "javascript:alert(1)",
          "<<<<<<< HEAD\n",
          "| x |",
          "\n",
          "\u202e",
          "`",
          "[".repeat(100),
          "\u001b[31m");

  byte[] times(int most, byte[] whole) {
    byte[] damaged = whole;
    for (int times = 1 + random.nextInt(most); times > 0; times--) {
      damaged = random.nextInt(3) == 0 ? token(damaged) : piece(damaged);
    }
    return damaged.length == 0 ? new byte[] {'\n'} : damaged;
  }

  /** A number or a word is exchanged, and the form stays. */
  byte[] token(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean number = random.nextBoolean();
    List<MatchResult> found =
        new ArrayList<>((number ? NUMBER : WORD).matcher(text).results().toList());
    if (found.isEmpty()) {
      return bytes;
    }
    MatchResult one = found.get(random.nextInt(found.size()));
    String other =
        number || random.nextInt(4) == 0
            ? NUMBERS.get(random.nextInt(NUMBERS.size()))
            : found.get(random.nextInt(found.size())).group();
    return (text.substring(0, one.start()) + other + text.substring(one.end()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] piece(byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + random.nextInt(12));
    byte[] middle =
        switch (random.nextInt(6)) {
          case 0 -> new byte[0]; // a piece is lost
          case 1 -> new byte[] {(byte) random.nextInt(256)};
          case 2 -> { // a piece from elsewhere
            int start = random.nextInt(bytes.length);
            yield Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + 40));
          }
          case 3 -> Arrays.copyOfRange(bytes, from, bytes.length); // the rest twice
          case 4 -> {
            byte[] flipped = Arrays.copyOfRange(bytes, from, to);
            if (flipped.length > 0) {
              flipped[0] ^= (byte) (1 << random.nextInt(8));
            }
            yield flipped;
          }
          default -> pieces.get(random.nextInt(pieces.size())).getBytes(StandardCharsets.UTF_8);
        };
    byte[] damaged = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, damaged, 0, from);
    System.arraycopy(middle, 0, damaged, from, middle.length);
    System.arraycopy(bytes, to, damaged, from + middle.length, bytes.length - to);
    return damaged;
  }
}
