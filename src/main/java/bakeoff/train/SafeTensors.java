package bakeoff.train;

import bakeoff.result.StableJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
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
   * @throws IOException if the bytes are not, to the last bit, a file that {@link #write} made
   */
  public static SafeTensors read(byte[] file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    long length = file.length < 8 ? -1 : bytes.getLong();
    if (length < 2 || length > file.length - 8) {
      throw new IOException("cut short");
    }
    byte[] text = new byte[(int) length];
    bytes.get(text);
    JsonNode header = StableJson.read(text, JsonNode.class);
    if (!Arrays.equals(text, StableJson.write(header))
        || !(header.path(METADATA) instanceof ObjectNode facts)
        || !(facts.remove(DIGEST) instanceof TextNode digest)
        || !digest.textValue().equals(digest(header, List.of(bytes)))) {
      throw new IOException("its digest is not that of its content");
    }
    Map<String, Array> arrays = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (!entry.getKey().equals(METADATA)) {
        arrays.put(entry.getKey(), array(entry.getValue(), bytes));
      }
    }
    return new SafeTensors(arrays, metadata(facts));
  }

  /**
   * What the header says, and nothing is checked against: quick, and for estimates only.
   *
   * @throws IOException if there is no header
   */
  static Map<String, String> metadata(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      long length = ByteBuffer.wrap(in.readNBytes(8)).order(ByteOrder.LITTLE_ENDIAN).getLong();
      byte[] text = in.readNBytes((int) Math.max(0, Math.min(length, LONGEST_HEADER)));
      return metadata(StableJson.read(text, JsonNode.class).path(METADATA));
    } catch (BufferUnderflowException e) {
      throw new IOException("cut short", e);
    }
  }

  private static Map<String, String> metadata(JsonNode facts) {
    Map<String, String> metadata = new TreeMap<>();
    facts.properties().forEach(fact -> metadata.put(fact.getKey(), fact.getValue().asText()));
    return metadata;
  }

  private static Array array(JsonNode tensor, ByteBuffer data) {
    List<Integer> shape = new ArrayList<>();
    tensor.path("shape").forEach(size -> shape.add(size.intValue()));
    int from = tensor.path("data_offsets").path(0).intValue();
    int to = tensor.path("data_offsets").path(1).intValue();
    float[] numbers = new float[(to - from) / Float.BYTES];
    data.slice(data.position() + from, to - from)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(numbers);
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
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(StableJson.write(header));
      data.forEach(part -> digest.update(part.duplicate()));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
