package simile.files.remote;

import java.io.Closeable;
import java.io.IOException;

/** A file somewhere else of which parts can be asked for; used by one thread at a time. */
public interface RangeSource extends Closeable {

  /** Its size in bytes, which does not change. */
  long size();

  /**
   * Reads bytes of the file.
   *
   * @param at where they start in the file, before its end
   * @param into gets the first of them at {@code offset}
   * @param most how many at most, at least 1
   * @return how many were read, at least 1
   * @throws java.io.EOFException if the file is shorter than it was
   */
  int read(long at, byte[] into, int offset, int most) throws IOException;
}
