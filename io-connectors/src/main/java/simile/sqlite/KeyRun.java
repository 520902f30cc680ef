package simile.sqlite;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Reads a sorted run of keys: each its length, four bytes, and then its bytes. */
final class KeyRun implements Comparable<KeyRun>, Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final DataInputStream in;
  private long left;
  private byte[] key = new byte[256];
  private int length;

  /** Where a run is in its file. */
  record Span(long from, long to) {}

  private KeyRun(InputStream in, long left) {
    this.in = new DataInputStream(new BufferedInputStream(in, BUFFER_BYTES));
    this.left = left;
  }

  static KeyRun open(Path file, Span span) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    channel.position(span.from());
    return new KeyRun(Channels.newInputStream(channel), span.to() - span.from());
  }

  /** Goes to the next key. @return false at the end, where the run is closed */
  boolean next() throws IOException {
    if (left == 0) {
      close();
      return false;
    }
    length = in.readInt();
    if (length > key.length) {
      key = new byte[Math.max(length, 2 * key.length)];
    }
    in.readFully(key, 0, length);
    left -= Integer.BYTES + length;
    return true;
  }

  byte[] key() {
    return key;
  }

  int length() {
    return length;
  }

  @Override
  public int compareTo(KeyRun other) {
    return Arrays.compareUnsigned(key, 0, length, other.key, 0, other.length);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
