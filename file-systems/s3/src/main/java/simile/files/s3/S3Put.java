package simile.files.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import simile.files.OutcomeUnknownException;
import simile.files.UnsupportedStoreException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * Makes an object that must not be there yet. Requests are repeated on the way, and answers get
 * lost: "it is there already" may speak of our own, which is known by its mark.
 *
 * @param client the client
 * @param place the store's place
 * @param key the object's
 * @param mark what nobody else's upload carries
 */
record S3Put(S3Client client, S3Place place, String key, String mark) {
  private static final String MARK = "simile-writer";
  private static final int CONFLICTS = 20;
  private static final int CONFLICT_MILLIS = 50;

  /** One that carries a mark of its own. */
  static S3Put of(S3Client client, S3Place place, String key) {
    return new S3Put(client, place, key, UUID.randomUUID().toString());
  }

  /** What the object's metadata must be. */
  Map<String, String> metadata() {
    return Map.of(MARK, mark);
  }

  /**
   * Makes the object.
   *
   * @param length how many of the bytes it has
   * @return whether this call made it; {@code false} if another's is there
   */
  boolean put(byte[] content, int length) throws IOException {
    RequestBody body = body(content, length);
    return create(
        () ->
            client.putObject(
                r ->
                    r.bucket(place.bucket())
                        .key(key)
                        .ifNoneMatch("*")
                        .metadata(metadata())
                        .contentType("application/octet-stream"),
                body));
  }

  /**
   * Sends a request that makes the object with our metadata unless it is there.
   *
   * @return whether this call made it
   * @throws OutcomeUnknownException if that cannot be told
   */
  boolean create(Runnable request) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        request.run();
        return true;
      } catch (SdkException e) {
        int status = S3Errors.status(e);
        if (status == S3Errors.PRECONDITION_FAILED) {
          return isMine(e);
        }
        // Another's request is under way: ask again once it is through.
        if (status != S3Errors.CONFLICT || attempt == CONFLICTS) {
          return resolve(e);
        }
        pause(attempt, e);
      }
    }
  }

  static RequestBody body(byte[] content, int length) {
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(content, 0, length), length, "application/octet-stream");
  }

  private boolean isMine(SdkException cause) throws IOException {
    try {
      return mark.equals(head().metadata().get(MARK));
    } catch (SdkException e) {
      if (S3Errors.status(e) == S3Errors.NOT_FOUND) {
        return false; // another's, which is gone by now
      }
      e.addSuppressed(cause);
      throw unknown(e);
    }
  }

  // If there is an object, the answer is final: nothing replaces it. If not, one may be on its way.
  private boolean resolve(SdkException failure) throws IOException {
    if (S3Errors.isRefusal(failure)) {
      throw S3Errors.of(place.uri(key), failure);
    }
    try {
      return mark.equals(head().metadata().get(MARK));
    } catch (SdkException e) {
      failure.addSuppressed(e);
      IOException told = S3Errors.of(place.uri(key), failure);
      throw told instanceof UnsupportedStoreException ? told : unknown(failure);
    }
  }

  private HeadObjectResponse head() {
    return client.headObject(r -> r.bucket(place.bucket()).key(key));
  }

  private OutcomeUnknownException unknown(SdkException cause) {
    return new OutcomeUnknownException(
        "creating '%s' gave no clear answer (%s)"
            .formatted(place.uri(key), S3Errors.of(place.uri(key), cause).getMessage()),
        cause);
  }

  private void pause(int attempt, SdkException cause) throws OutcomeUnknownException {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(CONFLICT_MILLIS * attempt) + 1L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(cause);
    }
  }
}
