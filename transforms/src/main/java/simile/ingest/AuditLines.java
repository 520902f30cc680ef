package simile.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import simile.files.HashedOutput;
import simile.files.StoreFiles;
import simile.segment.DataFile;

/**
 * Gives audit files the right line numbers: a split that starts inside a file counts lines from its
 * own start, and only the commit, which has every split, knows how many come before.
 */
final class AuditLines {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final byte[] HEAD = "{\"line\":".getBytes(UTF_8);

  private final StoreFiles files;

  AuditLines(StoreFiles files) {
    this.files = files;
  }

  /**
   * Writes a copy of an audit file with other line numbers.
   *
   * @param linesBefore what to add to each
   * @param path of the copy
   */
  DataFile shift(DataFile audit, long linesBefore, String path) throws IOException {
    try (InputStream in =
            new BufferedInputStream(
                Channels.newInputStream(files.open(audit.path())), BUFFER_BYTES);
        HashedOutput out = new HashedOutput(files.create(path), BUFFER_BYTES)) {
      for (long i = 0; i < audit.rows(); i++) {
        in.skipNBytes(HEAD.length);
        out.write(HEAD);
        out.write(Long.toString(readNumber(in) + linesBefore).getBytes(UTF_8));
        out.write(',');
        copyLine(in, out);
      }
      String sha256 = out.finish();
      return DataFile.of(audit.kind(), path, audit.rows(), out.count(), sha256);
    }
  }

  /** Reads a number and the comma after it. */
  private static long readNumber(InputStream in) throws IOException {
    long number = 0;
    for (int b = in.read(); b != ','; b = in.read()) {
      if (b < '0' || b > '9') {
        throw new IOException("an audit file was changed while its run commits");
      }
      number = number * 10 + b - '0';
    }
    return number;
  }

  private static void copyLine(InputStream in, HashedOutput out) throws IOException {
    int b;
    do {
      b = in.read();
      if (b < 0) {
        throw new IOException("an audit file ends in the middle of a line");
      }
      out.write(b);
    } while (b != '\n');
  }
}
