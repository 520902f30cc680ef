package simile.files.hdfs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import simile.files.OutcomeUnknownException;

/** Gives a finished file its final name, unless that is taken. */
final class HdfsRename {
  private final HdfsCalls calls;
  private final Path temporary;
  private final Path target;
  private final byte[] content;

  /**
   * @param temporary the finished file, which nobody else knows
   * @param target its name to be
   * @param content what is in it
   */
  HdfsRename(HdfsCalls calls, Path temporary, Path target, byte[] content) {
    this.calls = calls;
    this.temporary = temporary;
    this.target = target;
    this.content = content;
  }

  /**
   * @return whether this call made the name
   * @throws OutcomeUnknownException if that cannot be told
   * @throws IOException if it certainly did not
   */
  boolean create() throws IOException {
    try {
      calls.rename(temporary, target, Rename.NONE);
      return true;
    } catch (FileAlreadyExistsException e) {
      // Also the answer to a request that was repeated on the way, after the first one did it.
      return takeBack(e) ? false : isMine(e);
    } catch (IOException e) {
      if (takeBack(e)) {
        throw HdfsErrors.of(target, e);
      }
      return isMine(e);
    }
  }

  // Who takes the temporary file away first has decided: a rename that is under way still finds
  // nothing then.
  private boolean takeBack(IOException failure) throws OutcomeUnknownException {
    try {
      return calls.delete(temporary, false);
    } catch (IOException e) {
      failure.addSuppressed(e);
      throw unknown(failure);
    }
  }

  // The temporary file is gone, so our rename has been made, and was it that made the target?
  private boolean isMine(IOException failure) throws OutcomeUnknownException {
    try (InputStream in = calls.open(target)) {
      return Arrays.equals(in.readNBytes(content.length + 1), content);
    } catch (IOException e) {
      failure.addSuppressed(e);
      throw unknown(failure);
    }
  }

  private OutcomeUnknownException unknown(IOException cause) {
    return new OutcomeUnknownException(
        "creating '%s' gave no clear answer (%s)".formatted(target, cause.getMessage()), cause);
  }
}
