package simile.files.hdfs;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.files.DurableOutput;

/** Writes a file under its final name; on the disks of all its data nodes after {@link #close}. */
final class HdfsOutput extends DurableOutput {
  private static final Logger LOG = LoggerFactory.getLogger(HdfsOutput.class);

  private final HdfsCalls calls;
  private final Path path;
  private final FSDataOutputStream out;
  private boolean decided;

  HdfsOutput(HdfsCalls calls, Path path, FSDataOutputStream out) {
    this.calls = calls;
    this.path = path;
    this.out = out;
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
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw HdfsErrors.of(path, e);
    }
  }

  @Override
  public void close() throws IOException {
    if (decided) {
      return;
    }
    try {
      out.hsync();
      out.close();
      decided = true;
    } catch (IOException e) {
      throw HdfsErrors.of(path, e);
    }
  }

  @Override
  public void abandon() throws IOException {
    if (!decided) {
      decided = true;
      // Deleted first: closing may wait long for data nodes that are gone, and what is gone needs
      // none.
      try {
        calls.delete(path, false);
      } finally {
        closeQuietly();
      }
    }
  }

  private void closeQuietly() {
    try {
      out.close();
    } catch (IOException e) {
      // The file is deleted, and HDFS says so.
      LOG.debug("Closed late: {}", e.toString());
    }
  }
}
