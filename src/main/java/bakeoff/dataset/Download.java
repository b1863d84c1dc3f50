package bakeoff.dataset;

import bakeoff.problem.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches an archive into a file, and goes on where a broken connection left it.
 *
 * @param connect how long a connection may take to stand
 * @param stall how long it may bring nothing
 */
record Download(Duration connect, Duration stall) {

  static final Download PATIENT = new Download(Duration.ofSeconds(20), Duration.ofSeconds(60));

  private static final int CONNECTIONS = 10;
  private static final int REDIRECTS = 5;

  /**
   * Returns when the file has the archive's size; what it holds is still to be checked.
   *
   * @throws UserError if that cannot be had; what came so far stays, for the next time
   */
  void fetch(Archive archive, Path part, DatasetSource.Progress progress) {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(connect)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    for (int connection = 1; size(part) != archive.bytes(); connection++) {
      long before = size(part);
      try {
        receive(client, archive, part, progress);
      } catch (IOException e) {
        if (connection == CONNECTIONS || size(part) <= before) {
          throw broken(archive, part, Reason.of(e));
        }
      }
    }
  }

  private void receive(HttpClient client, Archive archive, Path part, DatasetSource.Progress told)
      throws IOException {
    long have = size(part);
    if (have > archive.bytes()) {
      Files.delete(part);
      have = 0;
    }
    HttpResponse<Path> answer = follow(client, archive, part, have, told);
    int status = answer.statusCode();
    if (status == 416 && have > 0) {
      Files.delete(part);
      receive(client, archive, part, told);
    } else if (status == 206 && !goesOnAt(answer.headers().firstValue("Content-Range"), have)) {
      throw new IOException("it sent another part of the file than asked for");
    } else if (status != 200 && status != 206) {
      throw new UserError(
          answer.uri() + " answered with HTTP status " + status + ".",
          "Try again later. " + archive.byHand(folder(part)));
    } else if (size(part) < archive.bytes()) {
      throw new IOException("the connection was closed early");
    } else if (size(part) > archive.bytes()) {
      Files.delete(part);
      throw new UserError(
          answer.uri() + " sends more than the " + archive.bytes() + " bytes it should.",
          archive.byHand(folder(part)));
    }
  }

  private HttpResponse<Path> follow(
      HttpClient client, Archive archive, Path part, long have, DatasetSource.Progress told)
      throws IOException {
    URI at = archive.from();
    for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
      HttpRequest.Builder request = HttpRequest.newBuilder(at);
      if (have > 0) {
        request.header("Range", "bytes=" + have + "-");
      }
      HttpResponse<Path> answer =
          await(client.sendAsync(request.build(), into(part, have)), archive, part, told);
      String location = answer.headers().firstValue("Location").orElse("");
      if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
        return answer;
      }
      at = SafeAddress.redirect(at, location);
    }
    throw new UserError(
        archive.from() + " redirects more than " + REDIRECTS + " times.",
        archive.byHand(folder(part)));
  }

  private static BodyHandler<Path> into(Path part, long have) {
    return info ->
        switch (info.statusCode()) {
          case 200 ->
              BodySubscribers.ofFile(
                  part,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.TRUNCATE_EXISTING);
          case 206 ->
              goesOnAt(info.headers().firstValue("Content-Range"), have)
                  ? BodySubscribers.ofFile(
                      part, StandardOpenOption.WRITE, StandardOpenOption.APPEND)
                  : BodySubscribers.replacing(part);
          default -> BodySubscribers.replacing(part);
        };
  }

  private static boolean goesOnAt(java.util.Optional<String> contentRange, long have) {
    return have > 0 && contentRange.orElse("").startsWith("bytes " + have + "-");
  }

  /** The body goes straight to the file, so the file's size is the progress. */
  private HttpResponse<Path> await(
      CompletableFuture<HttpResponse<Path>> answer,
      Archive archive,
      Path part,
      DatasetSource.Progress told)
      throws IOException {
    long size = size(part);
    long since = System.nanoTime();
    while (true) {
      try {
        return answer.get(Math.min(100, stall.toMillis()), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        long now = size(part);
        told.at("downloading " + archive.name(), now, archive.bytes());
        if (now != size) {
          size = now;
          since = System.nanoTime();
        }
        boolean stalled = System.nanoTime() - since > stall.toNanos();
        if (stalled || now > archive.bytes()) {
          answer.cancel(true);
          throw new IOException("nothing came for " + stall.toSeconds() + " s");
        }
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException cause) {
          throw cause;
        }
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw broken(archive, part, "interrupted");
      }
    }
  }

  private static UserError broken(Archive archive, Path part, String reason) {
    return new UserError(
        "%s cannot be downloaded (%d of %d bytes are here): %s."
            .formatted(archive.from(), size(part), archive.bytes(), reason),
        "Run it again to go on from there. " + archive.byHand(folder(part)));
  }

  private static Path folder(Path part) {
    return part.resolveSibling("");
  }

  /** 0 for a file that is not there. */
  private static long size(Path file) {
    return file.toFile().length();
  }
}
