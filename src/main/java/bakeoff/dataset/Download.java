package bakeoff.dataset;

import bakeoff.problem.UserError;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Fetches a released file, and goes on where a broken connection left it.
 *
 * @param connect how long a connection may take to stand
 * @param stall how long it may bring nothing
 */
record Download(Duration connect, Duration stall) {

  static final Download PATIENT = new Download(Duration.ofSeconds(20), Duration.ofSeconds(60));

  private static final int CONNECTIONS = 10;

  /**
   * Returns when the file has its size; what it holds is still to be checked.
   *
   * @throws UserError if that cannot be had; what came so far stays, for the next time
   */
  void fetch(Remote remote, Path part, DatasetSource.Progress progress) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connect)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    Transfer transfer = new Transfer(client, remote, part, stall, progress);
    for (int connection = 1; transfer.size() != remote.bytes(); connection++) {
      long before = transfer.size();
      try {
        transfer.receive();
      } catch (IOException e) {
        if (connection == CONNECTIONS || transfer.size() <= before) {
          throw transfer.broken(Reason.of(e));
        }
      }
    }
  }
}
