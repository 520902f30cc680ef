package simile.servers;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/** An S3 server on a port of 127.0.0.1, with one bucket. */
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

  /** One in memory that checks signatures. */
  public static S3Server start() throws IOException {
    return start(new TransientNio2BlobStore(), AuthenticationType.AWS_V4);
  }

  /** One in memory that serves everybody; so headers can be changed on the way. */
  public static S3Server trusting() throws IOException {
    return start(new TransientNio2BlobStore(), AuthenticationType.NONE);
  }

  /**
   * One that checks signatures and keeps its objects as files.
   *
   * @param folder for them, on a file system that has extended attributes
   */
  public static S3Server onDisk(Path folder) throws IOException {
    BlobStore blobs = new FilesystemNio2BlobStore(folder.toAbsolutePath().toString());
    return start(blobs, AuthenticationType.AWS_V4);
  }

  private static S3Server start(BlobStore blobs, AuthenticationType authentication)
      throws IOException {
    QuietLog quiet = QuietLog.of("org.gaul");
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

  /** The variables of the environment by which other processes find it, with its credentials. */
  public static Map<String, String> environment(URI endpoint) {
    return Map.of(
        "AWS_ENDPOINT_URL_S3",
        endpoint.toString(),
        "AWS_REGION",
        "us-east-1",
        "AWS_ACCESS_KEY_ID",
        KEY_ID,
        "AWS_SECRET_ACCESS_KEY",
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
