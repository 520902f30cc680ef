package simile.servers;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/** An S3 server in memory, on a port of 127.0.0.1, with one bucket. */
public final class S3Server implements Closeable {
  public static final String BUCKET = "analogies";
  public static final String KEY_ID = "test-key-id";
  public static final String SECRET = "test-secret-0a1b2c3d";

  private final S3Proxy server;
  private final QuietLog quiet;

  private S3Server(S3Proxy server, QuietLog quiet) {
    this.server = server;
    this.quiet = quiet;
  }

  /** One that checks signatures. */
  public static S3Server start() throws IOException {
    return start(AuthenticationType.AWS_V4);
  }

  /** One that serves everybody; so headers can be changed on the way. */
  public static S3Server trusting() throws IOException {
    return start(AuthenticationType.NONE);
  }

  private static S3Server start(AuthenticationType authentication) throws IOException {
    QuietLog quiet = QuietLog.of("org.gaul");
    BlobStore blobs = new TransientNio2BlobStore();
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(blobs)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(authentication, KEY_ID, SECRET)
            .build();
    try {
      server.start();
      while (!server.getState().equals("STARTED")) {
        Thread.onSpinWait();
      }
      blobs.createContainer(BUCKET);
      return new S3Server(server, quiet);
    } catch (Exception e) {
      throw new IOException("no S3 server", e);
    }
  }

  public int port() {
    return server.getPort();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Where a store of that name would be. */
  public String location(String name) {
    return "s3://" + BUCKET + "/" + name;
  }

  /** The system properties by which this process finds it, with its credentials. */
  public static Map<String, String> properties(URI endpoint) {
    return Map.of(
        "aws.endpointUrlS3",
        endpoint.toString(),
        "aws.region",
        "us-east-1",
        "aws.accessKeyId",
        KEY_ID,
        "aws.secretAccessKey",
        SECRET);
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
      quiet.end();
    } catch (Exception e) {
      throw new IOException("the S3 server does not stop", e);
    }
  }
}
