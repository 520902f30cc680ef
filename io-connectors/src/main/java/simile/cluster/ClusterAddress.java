package simile.cluster;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a cluster's REST interface is, as {@code HOST:PORT}.
 *
 * @param host a name, an IPv4 address, or an IPv6 address in brackets
 * @param port from 1 to 65535
 */
public record ClusterAddress(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):([0-9]{1,5})");
  private static final int LAST_PORT = 65_535;

  /**
   * @throws IllegalArgumentException if it is none
   */
  public static ClusterAddress of(String text) {
    Matcher form = FORM.matcher(text);
    int port = form.matches() ? Integer.parseInt(form.group(2)) : 0;
    if (port < 1 || port > LAST_PORT) {
      throw new IllegalArgumentException(
          "'%s' is no address of a Flink cluster; expected HOST:PORT of its REST interface, such as 127.0.0.1:8081"
              .formatted(text));
    }
    return new ClusterAddress(form.group(1), port);
  }

  URI uri(String path) {
    return URI.create("http://" + this + path);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
