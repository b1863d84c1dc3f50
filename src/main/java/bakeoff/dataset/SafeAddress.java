package bakeoff.dataset;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

/** Where data may be fetched from: https, or this machine itself. */
final class SafeAddress {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  private SafeAddress() {}

  /** The address a redirect leads to; this machine is no place to be sent to from outside. */
  static URI redirect(URI from, String location) throws IOException {
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException("it redirects to what is no address: " + location, e);
    }
    if (!isHttps(to) && !(isOurs(from) && isOurs(to))) {
      throw new IOException("it redirects to " + to + ", which is not https");
    }
    return to;
  }

  private static boolean isHttps(URI address) {
    return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null;
  }

  private static boolean isOurs(URI address) {
    return "http".equalsIgnoreCase(address.getScheme())
        && address.getHost() != null
        && LOOPBACK.contains(address.getHost());
  }
}
