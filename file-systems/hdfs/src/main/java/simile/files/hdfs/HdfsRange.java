package simile.files.hdfs;

import java.io.EOFException;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import simile.files.remote.RangeSource;

/**
 * Reads parts of a file.
 *
 * @param path the file
 * @param in the file, open
 * @param size its bytes
 */
record HdfsRange(Path path, FSDataInputStream in, long size) implements RangeSource {

  @Override
  public int read(long at, byte[] into, int offset, int most) throws IOException {
    try {
      if (in.getPos() != at) {
        in.seek(at);
      }
      int found = in.read(into, offset, most);
      if (found < 1) {
        throw new EOFException(path + " ends early, at byte " + at);
      }
      return found;
    } catch (EOFException e) {
      throw e;
    } catch (IOException e) {
      throw HdfsErrors.of(path, e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
