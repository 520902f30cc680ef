package simile.files.s3;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import simile.files.StoreFiles;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes clients of S3 with the settings of this process. */
final class S3Opener {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /** Unless AWS_MAX_ATTEMPTS says: a server that is busy for half a minute is waited for. */
  private static final int ATTEMPTS = 9;

  private S3Opener() {}

  static StoreFiles open(URI root) throws IOException {
    return new S3Files(client(S3Endpoint.ofProcess().find(), CONNECT, ANSWER), S3Place.of(root));
  }

  /**
   * @param endpoint the server, if it is not Amazon's
   * @param connect how long to wait for a connection
   * @param answer how long to wait for the next bytes of an answer
   */
  static S3Client client(Optional<URI> endpoint, Duration connect, Duration answer)
      throws IOException {
    try {
      S3ClientBuilder builder = S3Client.builder();
      if (endpoint.isPresent()) {
        builder
            .endpointOverride(endpoint.get())
            .region(regionOr(Region.US_EAST_1))
            .forcePathStyle(S3Endpoint.isPathStyle(endpoint.get()));
      }
      return builder
          .httpClientBuilder(
              UrlConnectionHttpClient.builder().connectionTimeout(connect).socketTimeout(answer))
          .overrideConfiguration(o -> o.retryStrategy(retries()))
          .build();
    } catch (SdkClientException e) {
      throw new IOException(
          "S3 cannot be used: %s; set AWS_REGION, or a region in the profile"
              .formatted(e.getMessage()),
          e);
    }
  }

  // Without a look at the metadata service of a virtual machine, which takes seconds elsewhere.
  private static Region regionOr(Region otherwise) {
    try {
      return new AwsRegionProviderChain(
              new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
          .getRegion();
    } catch (SdkClientException e) {
      return otherwise;
    }
  }

  private static StandardRetryStrategy retries() {
    int attempts = SdkSystemSetting.AWS_MAX_ATTEMPTS.getIntegerValue().orElse(ATTEMPTS);
    return AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(attempts).build();
  }
}
