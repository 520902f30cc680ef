package simile.files.s3;

import java.io.IOException;
import java.io.InterruptedIOException;
import simile.files.WholeStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Reads a small object as a whole.
 *
 * @param client the client
 * @param place the store's place
 * @param key the object's
 */
record S3Whole(S3Client client, S3Place place, String key) {
  private static final int ATTEMPTS = 4;

  /**
   * @throws software.amazon.awssdk.core.exception.SdkException if there is no good answer
   * @throws IOException if each answer broke off
   */
  byte[] read() throws IOException {
    IOException broken =
        new IOException("reading '%s' broke off each time".formatted(place.uri(key)));
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try (ResponseInputStream<GetObjectResponse> answer =
          client.getObject(r -> r.bucket(place.bucket()).key(key))) {
        int length = Math.toIntExact(answer.response().contentLength());
        byte[] content = WholeStream.read(answer, length);
        // The JDK's client takes a connection that breaks for the end of the answer.
        if (content.length == length) {
          return content;
        }
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        broken.addSuppressed(e);
      }
    }
    throw broken;
  }
}
