package simile.files.s3;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import simile.files.DurableOutput;
import simile.files.LocalBuild;
import simile.files.StoreFiles;
import simile.files.remote.ReadAheadChannel;
import simile.files.remote.StagedBuild;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Objects below a prefix of a bucket. Folders are parts of their keys, and durable with them. */
final class S3Files implements StoreFiles {
  private static final long MOST_COPIED = 5L << 30;

  private final S3Client client;
  private final S3Place place;

  S3Files(S3Client client, S3Place place) {
    this.client = client;
    this.place = place;
  }

  @Override
  public String root() {
    return place.uri();
  }

  @Override
  public boolean isRemote() {
    return true;
  }

  @Override
  public DurableOutput create(String path) throws IOException {
    requireFree(path);
    return new S3Output(client, place, place.key(path));
  }

  @Override
  public LocalBuild build(String path) throws IOException {
    requireFree(path);
    return new StagedBuild(path, this::create);
  }

  @Override
  public void syncFolders(Collection<String> folders) {
    // An object is durable, and so is its name, once the server said so.
  }

  @Override
  public boolean putIfAbsent(String path, byte[] content) throws IOException {
    return S3Put.of(client, place, place.key(path)).put(content, content.length);
  }

  @Override
  public void replace(String path, byte[] content) throws IOException {
    String key = place.key(path);
    try {
      client.putObject(r -> r.bucket(place.bucket()).key(key), S3Put.body(content, content.length));
    } catch (SdkException e) {
      throw S3Errors.of(place.uri(key), e);
    }
  }

  @Override
  public byte[] read(String path) throws IOException {
    String key = place.key(path);
    try {
      return new S3Whole(client, place, key).read();
    } catch (SdkException e) {
      throw S3Errors.of(place.uri(key), e);
    }
  }

  @Override
  public SeekableByteChannel open(String path) throws IOException {
    String key = place.key(path);
    try {
      HeadObjectResponse head = client.headObject(r -> r.bucket(place.bucket()).key(key));
      return new ReadAheadChannel(
          new S3Range(client, place, key, head.eTag(), head.contentLength()));
    } catch (SdkException e) {
      throw S3Errors.of(place.uri(key), e);
    }
  }

  @Override
  public OptionalLong size(String path) throws IOException {
    Optional<HeadObjectResponse> head = head(place.key(path));
    return head.isEmpty() ? OptionalLong.empty() : OptionalLong.of(head.get().contentLength());
  }

  @Override
  public String tag(String path) throws IOException {
    String key = place.key(path);
    return head(key).orElseThrow(() -> new NoSuchFileException(place.uri(key))).eTag();
  }

  /** The server copies, unless the file is larger than it copies with one request. */
  @Override
  public void move(String from, String to) throws IOException {
    String key = place.key(from);
    HeadObjectResponse head = head(key).orElseThrow(() -> new NoSuchFileException(place.uri(key)));
    if (head.contentLength() > MOST_COPIED) {
      StoreFiles.super.move(from, to);
      return;
    }
    try {
      client.copyObject(
          r ->
              r.sourceBucket(place.bucket())
                  .sourceKey(key)
                  .destinationBucket(place.bucket())
                  .destinationKey(place.key(to)));
    } catch (SdkException e) {
      throw S3Errors.of(place.uri(key), e);
    }
    delete(from);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return new S3Listing(client, place).names(folder);
  }

  @Override
  public void delete(String path) throws IOException {
    String key = place.key(path);
    try {
      client.deleteObject(r -> r.bucket(place.bucket()).key(key));
    } catch (SdkException e) {
      throw S3Errors.of(place.uri(key), e);
    }
  }

  /** Uploads that killed processes left are not listed, and are paid for. */
  @Override
  public int sweep(String folder, Instant before) throws IOException {
    return new S3Listing(client, place).abortUploads(folder, before);
  }

  @Override
  public String toString() {
    return root();
  }

  private void requireFree(String path) throws IOException {
    String key = place.key(path);
    if (head(key).isPresent()) {
      throw new FileAlreadyExistsException(place.uri(key));
    }
  }

  private Optional<HeadObjectResponse> head(String key) throws IOException {
    try {
      return Optional.of(client.headObject(r -> r.bucket(place.bucket()).key(key)));
    } catch (SdkException e) {
      if (S3Errors.status(e) == S3Errors.NOT_FOUND) {
        return Optional.empty();
      }
      throw S3Errors.of(place.uri(key), e);
    }
  }
}
