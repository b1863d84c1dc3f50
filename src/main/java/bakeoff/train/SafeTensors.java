package bakeoff.train;

import bakeoff.result.StableJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Arrays by name in the safetensors format (a JSON header with names, shapes and offsets, then the
 * numbers), which Python reads without us. Float32 only; the metadata holds a SHA-256 of the rest.
 */
public record SafeTensors(Map<String, Array> arrays, Map<String, String> metadata) {

  private static final String METADATA = "__metadata__";
  private static final String DIGEST = "sha256";
  private static final long LONGEST_HEADER = 100_000_000; // the format's own limit

  /** The parts of the file, in order. */
  public static ByteBuffer[] write(Map<String, Array> arrays, Map<String, String> metadata) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    List<ByteBuffer> parts = new ArrayList<>();
    long offset = 0;
    for (Map.Entry<String, Array> entry : new TreeMap<>(arrays).entrySet()) {
      ByteBuffer bytes = bytes(entry.getValue().numbers());
      ObjectNode tensor = header.putObject(entry.getKey()).put("dtype", "F32");
      entry.getValue().shape().forEach(tensor.putArray("shape")::add);
      tensor.putArray("data_offsets").add(offset).add(offset + bytes.remaining());
      offset += bytes.remaining();
      parts.add(bytes);
    }
    ObjectNode facts = header.putObject(METADATA);
    metadata.forEach(facts::put);
    facts.put(DIGEST, digest(header, parts));
    byte[] text = StableJson.write(header);
    parts.add(
        0,
        ByteBuffer.allocate(8 + text.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .put(text)
            .flip());
    return parts.toArray(ByteBuffer[]::new);
  }

  /**
   * Reads an array at a time: the file may be larger than the largest array.
   *
   * @throws IOException if the file is not, to the last bit, one that {@link #write} made
   */
  public static SafeTensors read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  static SafeTensors read(InputStream in) throws IOException {
    byte[] text = header(in);
    JsonNode header = StableJson.read(text, JsonNode.class);
    if (!Arrays.equals(text, StableJson.write(header))
        || !(header.path(METADATA) instanceof ObjectNode facts)
        || !(facts.remove(DIGEST) instanceof TextNode expected)) {
      throw new IOException("its header is not one that was written here");
    }
    MessageDigest digest = sha256();
    digest.update(StableJson.write(header));
    Map<String, Array> arrays = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (!entry.getKey().equals(METADATA)) {
        arrays.put(entry.getKey(), array(entry.getValue(), in, digest));
      }
    }
    if (in.read() >= 0 || !HexFormat.of().formatHex(digest.digest()).equals(expected.textValue())) {
      throw new IOException("its digest is not that of its content");
    }
    return new SafeTensors(arrays, metadata(facts));
  }

  /**
   * What the header says, and nothing is checked against: quick, and for estimates only.
   *
   * @throws IOException if there is no header
   */
  static Map<String, String> metadata(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return metadata(StableJson.read(header(in), JsonNode.class).path(METADATA));
    }
  }

  private static byte[] header(InputStream in) throws IOException {
    byte[] start = in.readNBytes(Long.BYTES);
    long length =
        start.length < Long.BYTES
            ? -1
            : ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > LONGEST_HEADER) {
      throw new IOException("cut short");
    }
    byte[] text = in.readNBytes((int) length);
    if (text.length < length) {
      throw new IOException("cut short");
    }
    return text;
  }

  private static Map<String, String> metadata(JsonNode facts) {
    Map<String, String> metadata = new TreeMap<>();
    facts.properties().forEach(fact -> metadata.put(fact.getKey(), fact.getValue().asText()));
    return metadata;
  }

  /** The next array of the file; they stand in the order of the header, which is that of names. */
  private static Array array(JsonNode tensor, InputStream in, MessageDigest digest)
      throws IOException {
    List<Integer> shape = new ArrayList<>();
    tensor.path("shape").forEach(size -> shape.add(size.intValue()));
    JsonNode offsets = tensor.path("data_offsets");
    long length = offsets.path(1).longValue() - offsets.path(0).longValue();
    byte[] bytes = in.readNBytes((int) Math.max(0, Math.min(length, Integer.MAX_VALUE)));
    if (bytes.length != length) {
      throw new IOException("cut short");
    }
    digest.update(bytes);
    float[] numbers = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
    return new Array(shape, numbers);
  }

  private static ByteBuffer bytes(float[] numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(numbers.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return bytes;
  }

  /** Of the header, as long as it has no digest, and the numbers. */
  private static String digest(JsonNode header, List<ByteBuffer> data) {
    MessageDigest digest = sha256();
    digest.update(StableJson.write(header));
    data.forEach(part -> digest.update(part.duplicate()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
