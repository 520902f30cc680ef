package simile.lineage;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where events go, and what jobs are called there.
 *
 * @param place a file, or an {@code http} or {@code https} URL
 * @param key what the service knows us by; empty for none
 * @param namespace of the jobs
 */
public record LineageTarget(String place, Optional<String> key, String namespace) {
  /** How long one event may take. */
  public static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final String ENDPOINT = "api/v1/lineage";
  private static final String NAMESPACE = "simile";

  /**
   * What was asked for, else what the environment says as OpenLineage's own clients read it: {@code
   * OPENLINEAGE_URL} and {@code OPENLINEAGE_ENDPOINT}, unless {@code OPENLINEAGE_DISABLED} is
   * {@code true}. In both cases {@code OPENLINEAGE_API_KEY} and {@code OPENLINEAGE_NAMESPACE}
   * count.
   *
   * @param asked a file or URL
   * @throws IllegalArgumentException if it is no place for events
   */
  public static Optional<LineageTarget> of(
      Optional<String> asked, Map<String, String> environment) {
    Optional<String> place = asked.or(() -> fromEnvironment(environment));
    return place.map(
        to ->
            new LineageTarget(
                isUrl(to) ? endpoint(to, environment).toString() : to,
                given(environment, "OPENLINEAGE_API_KEY"),
                given(environment, "OPENLINEAGE_NAMESPACE").orElse(NAMESPACE)));
  }

  private static Optional<String> fromEnvironment(Map<String, String> environment) {
    boolean off = "true".equalsIgnoreCase(environment.get("OPENLINEAGE_DISABLED"));
    return off ? Optional.empty() : given(environment, "OPENLINEAGE_URL");
  }

  private static Optional<String> given(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }

  private static boolean isUrl(String place) {
    return place.contains("://");
  }

  /** A URL without a path is that of a service, which takes events where all of them do. */
  private static URI endpoint(String url, Map<String, String> environment) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no URL: " + e.getReason(), e);
    }
    if (!("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
      throw new IllegalArgumentException(
          "events go to a file or an http(s) URL, not to " + uri.getScheme() + "://");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "a URL with a user or password; give the key in OPENLINEAGE_API_KEY");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("the URL has no host");
    }
    boolean isService = uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
    String path = given(environment, "OPENLINEAGE_ENDPOINT").orElse(ENDPOINT);
    return isService ? uri.resolve("/" + path.replaceFirst("^/+", "")) : uri;
  }

  /**
   * What sends events there.
   *
   * @param warn is told when an event may not have arrived
   */
  public Lineage open(Consumer<String> warn) {
    Transport transport =
        isUrl(place)
            ? new HttpTransport(URI.create(place), key, PATIENCE)
            : new FileTransport(Path.of(place));
    return new Lineage(new LineageJson(namespace), transport, place, warn);
  }
}
