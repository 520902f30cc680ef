package simile.files.s3;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import simile.files.DurableOutput;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Writes an object: with one request if it is small, else as a multipart upload of which one part
 * is held in memory. Nothing is visible before {@link #close}.
 */
final class S3Output extends DurableOutput {
  private static final int FIRST_BYTES = 1 << 13;
  private static final int PART_BYTES = 8 << 20;

  /** S3 takes 10,000 parts; after each so many they are twice as big. */
  private static final int PARTS_OF_A_SIZE = 2_000;

  private final S3Client client;
  private final S3Place place;
  private final S3Put put;
  private final List<CompletedPart> parts = new ArrayList<>();
  private Optional<String> upload = Optional.empty();
  private byte[] part = new byte[FIRST_BYTES];
  private int used;
  private boolean decided;

  S3Output(S3Client client, S3Place place, String key) {
    this.client = client;
    this.place = place;
    this.put = S3Put.of(client, place, key);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (decided) {
      throw new ClosedChannelException();
    }
    for (int done = 0; done < length; ) {
      int room = Math.min(length - done, partBytes() - used);
      reserve(used + room);
      System.arraycopy(bytes, offset + done, part, used, room);
      used += room;
      done += room;
      if (used == partBytes()) {
        sendPart();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (decided) {
      return;
    }
    boolean isMine = upload.isPresent() ? complete(upload.get()) : put.put(part, used);
    decided = true;
    part = new byte[0];
    if (!isMine) {
      abort();
      throw new FileAlreadyExistsException(place.uri(put.key()));
    }
  }

  @Override
  public void abandon() throws IOException {
    if (!decided) {
      decided = true;
      part = new byte[0];
      abort();
    }
  }

  private void reserve(int bytes) {
    if (bytes > part.length) {
      part = Arrays.copyOf(part, Math.min(partBytes(), Math.max(bytes, part.length * 2)));
    }
  }

  private int partBytes() {
    return PART_BYTES << Math.min(4, parts.size() / PARTS_OF_A_SIZE);
  }

  private void sendPart() throws IOException {
    try {
      String id = upload.isPresent() ? upload.get() : begin();
      int number = parts.size() + 1;
      String tag =
          client
              .uploadPart(
                  r -> r.bucket(place.bucket()).key(put.key()).uploadId(id).partNumber(number),
                  S3Put.body(part, used))
              .eTag();
      parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
      used = 0;
    } catch (SdkException e) {
      throw S3Errors.of(place.uri(put.key()), e);
    }
  }

  private String begin() {
    String id =
        client
            .createMultipartUpload(
                r ->
                    r.bucket(place.bucket())
                        .key(put.key())
                        .metadata(put.metadata())
                        .contentType("application/octet-stream"))
            .uploadId();
    upload = Optional.of(id);
    return id;
  }

  private boolean complete(String id) throws IOException {
    if (used > 0) {
      sendPart();
    }
    return put.create(
        () ->
            client.completeMultipartUpload(
                r ->
                    r.bucket(place.bucket())
                        .key(put.key())
                        .uploadId(id)
                        .ifNoneMatch("*")
                        .multipartUpload(m -> m.parts(parts))));
  }

  // Parts that stay cost money until a vacuum, or a rule of the bucket, removes them.
  private void abort() throws IOException {
    if (upload.isPresent()) {
      try {
        client.abortMultipartUpload(
            r -> r.bucket(place.bucket()).key(put.key()).uploadId(upload.get()));
      } catch (SdkException e) {
        if (S3Errors.status(e) != S3Errors.NOT_FOUND) {
          throw S3Errors.of(place.uri(put.key()), e);
        }
      }
    }
  }
}
