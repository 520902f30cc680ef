package simile.files.hdfs;

import java.io.IOException;
import java.util.EnumSet;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options.CreateOpts;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.permission.FsPermission;

/** What is asked of a cluster; tests put a network that fails in its place. */
interface HdfsCalls {

  FSDataOutputStream create(Path path, EnumSet<CreateFlag> flags) throws IOException;

  FSDataInputStream open(Path path) throws IOException;

  FileStatus status(Path path) throws IOException;

  RemoteIterator<FileStatus> list(Path folder) throws IOException;

  /** Makes a folder and those above it, unless it is there. */
  void makeFolder(Path folder) throws IOException;

  void rename(Path from, Path to, Rename how) throws IOException;

  /** Whether there was something to delete. */
  boolean delete(Path path, boolean recursive) throws IOException;

  /** The calls of a real cluster. */
  static HdfsCalls of(FileContext context) {
    return new HdfsCalls() {
      @Override
      public FSDataOutputStream create(Path path, EnumSet<CreateFlag> flags) throws IOException {
        return context.create(path, flags, CreateOpts.createParent());
      }

      @Override
      public FSDataInputStream open(Path path) throws IOException {
        return context.open(path);
      }

      @Override
      public FileStatus status(Path path) throws IOException {
        return context.getFileStatus(path);
      }

      @Override
      public RemoteIterator<FileStatus> list(Path folder) throws IOException {
        return context.listStatus(folder);
      }

      @Override
      public void makeFolder(Path folder) throws IOException {
        context.mkdir(folder, FsPermission.getDirDefault(), true);
      }

      @Override
      public void rename(Path from, Path to, Rename how) throws IOException {
        context.rename(from, to, how);
      }

      @Override
      public boolean delete(Path path, boolean recursive) throws IOException {
        return context.delete(path, recursive);
      }
    };
  }
}
