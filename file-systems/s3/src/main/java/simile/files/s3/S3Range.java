package simile.files.s3;

import java.io.EOFException;
import java.io.IOException;
import simile.files.remote.RangeSource;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Reads parts of one version of an object.
 *
 * @param client the client
 * @param place the store's place
 * @param key the object's
 * @param tag the version's
 * @param size its bytes
 */
record S3Range(S3Client client, S3Place place, String key, String tag, long size)
    implements RangeSource {
  private static final int ATTEMPTS = 4;

  @Override
  public int read(long at, byte[] into, int offset, int most) throws IOException {
    String range = "bytes=%d-%d".formatted(at, at + most - 1);
    for (int attempt = 1; ; attempt++) {
      try (ResponseInputStream<GetObjectResponse> in =
          client.getObject(r -> r.bucket(place.bucket()).key(key).range(range).ifMatch(tag))) {
        return whole(in.readNBytes(into, offset, most), most);
      } catch (SdkException e) {
        if (S3Errors.status(e) == S3Errors.PRECONDITION_FAILED) {
          throw new IOException(
              "'%s' was replaced while it was read; read it again".formatted(place.uri(key)), e);
        }
        throw S3Errors.of(place.uri(key), e);
      } catch (IOException e) {
        // The connection broke amid the body, which the SDK does not repeat.
        if (attempt == ATTEMPTS) {
          throw new IOException(
              "reading '%s' broke off: %s".formatted(place.uri(key), e.getMessage()), e);
        }
      }
    }
  }

  @Override
  public void close() {
    // Each request stands for itself.
  }

  private static int whole(int found, int wanted) throws EOFException {
    if (found < wanted) {
      throw new EOFException("the answer ends early");
    }
    return found;
  }
}
