package bakeoff.dataset;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that gives its answers in turn, the last one for ever. */
final class TestServer implements AutoCloseable {

  /** One answer; {@code from} is where the range asked for starts, 0 without one. */
  interface Answer {
    void give(HttpExchange exchange, int from) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Answer> answers = new CopyOnWriteArrayList<>();

  /** The Range headers of the requests so far, in order; "all" for a request without one. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  TestServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tiny.tar.gz");
  }

  void answers(Answer... next) {
    answers.clear();
    answers.addAll(List.of(next));
    asked.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    asked.add(range == null ? "all" : range);
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
    Answer answer = answers.get(Math.min(asked.size(), answers.size()) - 1);
    try (exchange) {
      answer.give(exchange, from);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As a server does that knows ranges. */
  static Answer whole(byte[] bytes) {
    return (exchange, from) -> start(exchange, bytes, from, bytes.length);
  }

  static Answer withoutRanges(byte[] bytes) {
    return (exchange, from) -> start(exchange, bytes, 0, bytes.length);
  }

  /** Promises all and closes the connection at a byte. */
  static Answer cutAt(byte[] bytes, int end) {
    return (exchange, from) -> start(exchange, bytes, from, end);
  }

  /** Promises all, then sends nothing from a byte on, for as long as the test takes. */
  Answer stallAt(byte[] bytes, int end) {
    return (exchange, from) -> {
      start(exchange, bytes, from, end);
      closing.await();
    };
  }

  static Answer status(int status) {
    return (exchange, from) -> exchange.sendResponseHeaders(status, -1);
  }

  static Answer redirect(String location) {
    return (exchange, from) -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  private static void start(HttpExchange exchange, byte[] bytes, int from, int end)
      throws IOException {
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes %d-%d/%d".formatted(from, bytes.length - 1, bytes.length));
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, bytes.length - from);
    exchange.getResponseBody().write(Arrays.copyOfRange(bytes, from, Math.max(from, end)));
    exchange.getResponseBody().flush();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
