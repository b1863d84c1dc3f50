package bakeoff.dataset;

import bakeoff.problem.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One connection's work: what is missing of a file goes straight to the end of a file.
 *
 * @param part where it goes; what that holds is asked for no more
 * @param stall how long nothing may come
 */
record Transfer(
    HttpClient client, Remote remote, Path part, Duration stall, DatasetSource.Progress progress) {

  private static final int REDIRECTS = 5;

  /**
   * @throws IOException if the connection broke, which is worth another one
   * @throws UserError if another one would bring the same
   */
  void receive() throws IOException {
    if (size() > remote.bytes()) {
      Files.delete(part);
    }
    long have = size();
    HttpResponse<Path> answer = follow(have);
    int status = answer.statusCode();
    if (status == 416 && have > 0) {
      Files.delete(part);
      receive();
    } else if (status == 206 && !goesOn(answer.headers(), have)) {
      throw new IOException("it sent another part of the file than asked for");
    } else if (status != 200 && status != 206) {
      throw new UserError(
          answer.uri() + " answered with HTTP status " + status + ".",
          "Try again later. " + byHand());
    } else if (size() < remote.bytes()) {
      throw new IOException("the connection was closed early");
    } else if (size() > remote.bytes()) {
      throw tooMuch();
    }
  }

  private HttpResponse<Path> follow(long have) throws IOException {
    URI at = remote.from();
    for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
      HttpRequest.Builder request = HttpRequest.newBuilder(at);
      if (have > 0) {
        request.header("Range", "bytes=" + have + "-");
      }
      HttpResponse<Path> answer = await(client.sendAsync(request.build(), info -> to(info, have)));
      String location = answer.headers().firstValue("Location").orElse("");
      if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
        return answer;
      }
      at = SafeAddress.redirect(at, location);
    }
    throw new UserError(remote.from() + " redirects more than " + REDIRECTS + " times.", byHand());
  }

  /** A server that knows no ranges sends all of it, and the file starts anew. */
  private BodySubscriber<Path> to(ResponseInfo answer, long have) {
    if (answer.statusCode() == 200) {
      return BodySubscribers.ofFile(
          part,
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
    }
    return answer.statusCode() == 206 && goesOn(answer.headers(), have)
        ? BodySubscribers.ofFile(part, StandardOpenOption.WRITE, StandardOpenOption.APPEND)
        : BodySubscribers.replacing(part);
  }

  private static boolean goesOn(HttpHeaders headers, long have) {
    String range = headers.firstValue("Content-Range").orElse("");
    return have > 0 && range.startsWith("bytes " + have + "-");
  }

  private HttpResponse<Path> await(CompletableFuture<HttpResponse<Path>> answer)
      throws IOException {
    long size = size();
    long since = System.nanoTime();
    while (true) {
      try {
        return answer.get(Math.min(100, stall.toMillis()), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        long now = size();
        progress.at("downloading " + remote.name(), now, remote.bytes());
        if (now > remote.bytes()) {
          answer.cancel(true);
          throw tooMuch();
        } else if (now != size) {
          size = now;
          since = System.nanoTime();
        } else if (System.nanoTime() - since > stall.toNanos()) {
          answer.cancel(true);
          throw new IOException("nothing came for " + stall.toSeconds() + " s");
        }
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException broken) {
          throw broken;
        }
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw broken("interrupted");
      }
    }
  }

  /** Bytes that are here; 0 where there is no file. */
  long size() {
    return part.toFile().length();
  }

  UserError broken(String reason) {
    return new UserError(
        "%s cannot be downloaded (%d of %d bytes are here): %s."
            .formatted(remote.from(), size(), remote.bytes(), reason),
        "Run it again to go on from there. " + byHand());
  }

  private UserError tooMuch() throws IOException {
    Files.deleteIfExists(part);
    return new UserError(
        remote.from() + " sends more than the " + remote.bytes() + " bytes it should.", byHand());
  }

  private String byHand() {
    return remote.byHand(part.toAbsolutePath().resolveSibling(""));
  }
}
