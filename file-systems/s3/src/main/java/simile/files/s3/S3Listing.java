package simile.files.s3;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What is below a place, page by page.
 *
 * @param client the client
 * @param place the store's place
 */
record S3Listing(S3Client client, S3Place place) {

  /** Names in a folder, folders with {@code /}, sorted. */
  List<String> names(String folder) throws IOException {
    String inside = place.folder(folder);
    TreeSet<String> names = new TreeSet<>();
    Consumer<String> add =
        key -> {
          String name = key.substring(inside.length());
          // A folder's own marker, and keys with //, which no path names.
          if (!name.isEmpty() && !name.equals("/")) {
            names.add(name);
          }
        };
    try {
      client
          .listObjectsV2Paginator(r -> r.bucket(place.bucket()).prefix(inside).delimiter("/"))
          .forEach(
              page -> {
                page.contents().stream().map(S3Object::key).forEach(add);
                page.commonPrefixes().stream().map(CommonPrefix::prefix).forEach(add);
              });
      return List.copyOf(names);
    } catch (SdkException e) {
      throw S3Errors.of(place.uri(inside), e);
    }
  }

  /**
   * Ends uploads into a folder that nobody finished.
   *
   * @param before only those that began before
   * @return how many
   */
  int abortUploads(String folder, Instant before) throws IOException {
    String inside = place.folder(folder);
    try {
      List<MultipartUpload> old =
          client
              .listMultipartUploadsPaginator(
                  r -> r.bucket(place.bucket()).prefix(inside).delimiter("/"))
              .uploads()
              .stream()
              .filter(upload -> upload.initiated().isBefore(before))
              .toList();
      for (MultipartUpload upload : old) {
        client.abortMultipartUpload(
            r -> r.bucket(place.bucket()).key(upload.key()).uploadId(upload.uploadId()));
      }
      return old.size();
    } catch (SdkException e) {
      throw S3Errors.of(place.uri(inside), e);
    }
  }
}
