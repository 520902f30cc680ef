package simile.files.s3;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import simile.files.StoreFiles;
import simile.servers.S3Server;

/** Opens stores of a server of these tests. */
final class Clients {
  private Clients() {}

  static StoreFiles open(URI endpoint, String location) throws IOException {
    return open(endpoint, location, Duration.ofSeconds(20));
  }

  /** With a client that waits so long for an answer. */
  static StoreFiles open(URI endpoint, String location, Duration answer) throws IOException {
    Map<String, String> properties = S3Server.properties(endpoint);
    properties.forEach(System::setProperty);
    System.setProperty("aws.maxAttempts", "5");
    return new S3Files(
        S3Opener.client(Optional.of(endpoint), Duration.ofSeconds(2), answer),
        S3Place.of(URI.create(location)));
  }
}
