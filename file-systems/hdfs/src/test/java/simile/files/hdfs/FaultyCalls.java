package simile.files.hdfs;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Random;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Calls some of which get lost on their way, or whose answers do. */
class FaultyCalls implements HdfsCalls {
  /** What becomes of a rename. */
  enum Fate {
    ANSWERED,
    LOST,
    REPLY_LOST,
    /** It is done, and repeated on the way; the second answer comes. */
    REPEATED
  }

  private final HdfsCalls calls;
  private final Random random;
  private final Fate[] fates;
  private final int oneIn;

  /**
   * @param oneIn of so many renames one meets one of the fates, and so does a delete
   */
  FaultyCalls(HdfsCalls calls, Random random, int oneIn, Fate... fates) {
    this.calls = calls;
    this.random = random;
    this.oneIn = oneIn;
    this.fates = fates;
  }

  @Override
  public void rename(Path from, Path to, Rename how) throws IOException {
    Fate fate = fate();
    if (fate == Fate.LOST) {
      throw new IOException("connection refused, as told");
    }
    calls.rename(from, to, how);
    if (fate == Fate.REPLY_LOST) {
      throw new IOException("connection reset, as told");
    }
    if (fate == Fate.REPEATED) {
      throw new FileAlreadyExistsException(to + " exists, as told");
    }
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    if (oneIn > 1 && fate() == Fate.LOST) {
      throw new IOException("connection refused, as told");
    }
    return calls.delete(path, recursive);
  }

  private synchronized Fate fate() {
    return random.nextInt(oneIn) == 0 ? fates[random.nextInt(fates.length)] : Fate.ANSWERED;
  }

  @Override
  public FSDataOutputStream create(Path path, EnumSet<CreateFlag> flags) throws IOException {
    return calls.create(path, flags);
  }

  @Override
  public FSDataInputStream open(Path path) throws IOException {
    return calls.open(path);
  }

  @Override
  public FileStatus status(Path path) throws IOException {
    return calls.status(path);
  }

  @Override
  public RemoteIterator<FileStatus> list(Path folder) throws IOException {
    return calls.list(folder);
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    calls.makeFolder(folder);
  }
}
