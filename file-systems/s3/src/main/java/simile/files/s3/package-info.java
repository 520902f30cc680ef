/**
 * Stores on S3, and on what speaks its protocol: {@code s3://bucket/prefix}.
 *
 * <p>A path of the store is a key below the prefix. A file becomes visible at once and whole: one
 * {@code PUT}, or a multipart upload when it is larger than a part. A commit is a {@code PUT} with
 * {@code If-None-Match: *}. Each such upload carries a mark of its own as metadata ({@code
 * simile-writer}), by which a writer whose answer got lost, or whose request was repeated on the
 * way, tells its own file from another's.
 *
 * <p>Endpoint, region and credentials are found as the AWS tools find them. May use: {@code files},
 * {@code files.remote}, the AWS SDK. Loaded only when a location begins with {@code s3:}.
 */
package simile.files.s3;
