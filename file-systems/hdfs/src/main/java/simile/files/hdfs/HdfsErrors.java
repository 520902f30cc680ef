package simile.files.hdfs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.ipc.RemoteException;
import org.apache.hadoop.security.AccessControlException;

/** What HDFS answered, as the exceptions that the JDK has for it. */
final class HdfsErrors {
  private HdfsErrors() {}

  static IOException of(Path path, IOException failure) {
    IOException told =
        failure instanceof RemoteException remote ? remote.unwrapRemoteException() : failure;
    if (told instanceof FileNotFoundException) {
      return caused(new NoSuchFileException(path.toString()), told);
    }
    if (told instanceof org.apache.hadoop.fs.FileAlreadyExistsException) {
      return caused(new FileAlreadyExistsException(path.toString()), told);
    }
    if (told instanceof AccessControlException) {
      String why = told.getMessage() + "; check the Hadoop user and its rights";
      return caused(new AccessDeniedException(path.toString(), null, why), told);
    }
    return new IOException(
        "'%s' gave no good answer: %s; check name node, configuration and network, and run it again"
            .formatted(path, told.getMessage()),
        told);
  }

  private static IOException caused(IOException failure, IOException cause) {
    failure.initCause(cause);
    return failure;
  }
}
