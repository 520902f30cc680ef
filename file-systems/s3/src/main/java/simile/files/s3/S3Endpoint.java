package simile.files.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import simile.files.UnsupportedStoreException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** Which server is meant, where it is not Amazon's own: found as the AWS tools find it. */
final class S3Endpoint {
  private final UnaryOperator<String> property;
  private final Map<String, String> environment;

  /**
   * @param property gives a system property, or null
   * @param environment the environment's variables
   */
  S3Endpoint(UnaryOperator<String> property, Map<String, String> environment) {
    this.property = property;
    this.environment = environment;
  }

  static S3Endpoint ofProcess() {
    return new S3Endpoint(System::getProperty, System.getenv());
  }

  /**
   * The first of: {@code aws.endpointUrlS3}, {@code aws.endpointUrl} (properties), {@code
   * AWS_ENDPOINT_URL_S3}, {@code AWS_ENDPOINT_URL} (environment), {@code endpoint_url} of the
   * profile.
   *
   * @throws UnsupportedStoreException if it is no URL
   */
  Optional<URI> find() throws UnsupportedStoreException {
    Optional<String> found =
        Stream.<Optional<String>>of(
                Optional.ofNullable(property.apply("aws.endpointUrlS3")),
                Optional.ofNullable(property.apply("aws.endpointUrl")),
                Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_S3")),
                Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")))
            .flatMap(Optional::stream)
            .filter(text -> !text.isBlank())
            .findFirst()
            .or(S3Endpoint::ofProfile);
    return found.isEmpty() ? Optional.empty() : Optional.of(url(found.get()));
  }

  /**
   * Whether the bucket stands in the path of requests to this server rather than in its name. Only
   * Amazon's own names are known to have one for each bucket.
   */
  static boolean isPathStyle(URI endpoint) {
    return !endpoint.getHost().toLowerCase(Locale.ROOT).contains(".amazonaws.com");
  }

  private static Optional<String> ofProfile() {
    String name = ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow();
    return ProfileFile.defaultProfileFile()
        .profile(name)
        .flatMap((Profile profile) -> profile.property("endpoint_url"));
  }

  // The text is not repeated: it may hold a password.
  private static URI url(String text) throws UnsupportedStoreException {
    try {
      URI url = new URI(text);
      if (url.getHost() != null && url.getUserInfo() == null && url.getScheme() != null) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw notUrl();
    }
    throw notUrl();
  }

  private static UnsupportedStoreException notUrl() {
    return new UnsupportedStoreException(
        "the S3 endpoint that AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL or the profile's endpoint_url gives is no URL of a server; write http://host:port or https://host, without a user");
  }
}
