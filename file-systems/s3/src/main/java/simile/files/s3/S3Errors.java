package simile.files.s3;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import simile.files.UnsupportedStoreException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3 answered, in our words. */
final class S3Errors {
  static final int NOT_FOUND = 404;
  static final int CONFLICT = 409;
  static final int PRECONDITION_FAILED = 412;
  private static final int MOVED = 301;
  private static final int FORBIDDEN = 403;
  private static final int NOT_IMPLEMENTED = 501;

  private S3Errors() {}

  /** The status of the answer, or 0 if there was none. */
  static int status(SdkException failure) {
    return failure instanceof S3Exception answer ? answer.statusCode() : 0;
  }

  /** Whether the request certainly changed nothing: it was sent once, and was refused. */
  static boolean isRefusal(SdkException failure) {
    int status = status(failure);
    boolean isOnlyOne = failure.numAttempts() == null || failure.numAttempts() <= 1;
    return isOnlyOne && status >= 400 && status < 500;
  }

  /**
   * @param uri what was asked for
   */
  static IOException of(String uri, SdkException failure) {
    String said = said(failure);
    if (failure instanceof NoSuchBucketException) {
      return new IOException("there is no bucket for '%s'; make it first".formatted(uri), failure);
    }
    return switch (status(failure)) {
      case NOT_FOUND -> missing(uri, failure);
      case FORBIDDEN -> denied(uri, said, failure);
      case MOVED ->
          new IOException(
              "the bucket of '%s' is in another region (%s); set AWS_REGION".formatted(uri, said),
              failure);
      case NOT_IMPLEMENTED ->
          new UnsupportedStoreException(
              "the server of '%s' does not know what a commit needs (%s); use one that knows If-None-Match"
                  .formatted(uri, said),
              failure);
      default ->
          new IOException(
              "'%s' gave no good answer: %s; check endpoint, region, credentials and network, and run it again"
                  .formatted(uri, said),
              failure);
    };
  }

  private static IOException missing(String uri, SdkException failure) {
    IOException missing = new NoSuchFileException(uri);
    missing.initCause(failure);
    return missing;
  }

  private static IOException denied(String uri, String said, SdkException failure) {
    IOException denied =
        new AccessDeniedException(uri, null, said + "; check the AWS credentials and their rights");
    denied.initCause(failure);
    return denied;
  }

  // A service's message has no part of a request; a client's begins with the same words each time.
  private static String said(SdkException failure) {
    if (failure instanceof S3Exception answer) {
      return answer.awsErrorDetails() == null || answer.awsErrorDetails().errorMessage() == null
          ? "status " + answer.statusCode()
          : answer.awsErrorDetails().errorMessage();
    }
    return failure.getMessage();
  }
}
