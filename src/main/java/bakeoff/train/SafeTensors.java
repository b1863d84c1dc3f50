package bakeoff.train;

import bakeoff.result.StableJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
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

  /** The parts of the file, in order. */
  public static ByteBuffer[] write(Map<String, Array> arrays, Map<String, String> metadata) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    List<ByteBuffer> parts = new ArrayList<>();
    MessageDigest digest = digest(metadata);
    long offset = 0;
    for (Map.Entry<String, Array> entry : new TreeMap<>(arrays).entrySet()) {
      ByteBuffer bytes = bytes(entry.getValue().numbers());
      digest.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
      digest.update(bytes.duplicate());
      ObjectNode tensor = header.putObject(entry.getKey()).put("dtype", "F32");
      entry.getValue().shape().forEach(tensor.putArray("shape")::add);
      tensor.putArray("data_offsets").add(offset).add(offset + bytes.remaining());
      offset += bytes.remaining();
      parts.add(bytes);
    }
    ObjectNode facts = header.putObject(METADATA);
    metadata.forEach(facts::put);
    facts.put(DIGEST, HexFormat.of().formatHex(digest.digest()));
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
   * @throws IOException if the bytes are not a whole file that {@link #write} made
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
    ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    Map<String, String> metadata = new TreeMap<>();
    header
        .path(METADATA)
        .properties()
        .forEach(m -> metadata.put(m.getKey(), m.getValue().asText()));
    String expected = String.valueOf(metadata.remove(DIGEST));
    MessageDigest digest = digest(metadata);
    Map<String, Array> arrays = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : sorted(header).entrySet()) {
      List<Integer> shape = new ArrayList<>();
      entry.getValue().path("shape").forEach(size -> shape.add(size.asInt()));
      long from = entry.getValue().path("data_offsets").path(0).asLong(-1);
      long to = entry.getValue().path("data_offsets").path(1).asLong(-1);
      if (from < 0 || to < from || to > data.limit() || (to - from) % 4 != 0) {
        throw new IOException("cut short");
      }
      ByteBuffer slice = data.slice((int) from, (int) (to - from)).order(ByteOrder.LITTLE_ENDIAN);
      digest.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
      digest.update(slice.duplicate());
      float[] numbers = new float[slice.remaining() / 4];
      slice.asFloatBuffer().get(numbers);
      arrays.put(entry.getKey(), new Array(shape, numbers));
    }
    if (!expected.equals(HexFormat.of().formatHex(digest.digest()))) {
      throw new IOException("its digest is not that of its content");
    }
    return new SafeTensors(arrays, metadata);
  }

  private static Map<String, JsonNode> sorted(JsonNode header) {
    Map<String, JsonNode> tensors = new TreeMap<>();
    header.properties().forEach(member -> tensors.put(member.getKey(), member.getValue()));
    tensors.remove(METADATA);
    return tensors;
  }

  private static ByteBuffer bytes(float[] numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(numbers.length, 4)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return bytes;
  }

  private static MessageDigest digest(Map<String, String> metadata) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new TreeMap<>(metadata)
          .forEach(
              (key, value) ->
                  digest.update((key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8)));
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
