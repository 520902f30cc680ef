package simile.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import simile.files.StorePaths;
import simile.servers.HdfsServer;
import simile.testkit.process.HadoopClient;

/** Stores on a name node and a data node of this process. */
final class HdfsStorage implements Storage {
  private final HdfsServer server;
  private final FileSystem files;

  private HdfsStorage(HdfsServer server, FileSystem files) {
    this.server = server;
    this.files = files;
  }

  static HdfsStorage start(Path disks) throws IOException {
    HdfsServer server = HdfsServer.start(disks);
    return new HdfsStorage(server, server.cluster().getFileSystem());
  }

  @Override
  public String name() {
    return "HDFS";
  }

  @Override
  public String location(String store) {
    return server.location(store);
  }

  @Override
  public Map<String, String> environment() {
    return HadoopClient.environment();
  }

  @Override
  public boolean isCommitting(String store, String run) throws IOException {
    try {
      for (FileStatus file : files.listStatus(path(store + "/_log"))) {
        if (StorePaths.isTemporary(file.getPath().getName()) && isEntry(file, run)) {
          return true;
        }
      }
      return false;
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  private boolean isEntry(FileStatus file, String run) {
    try (InputStream in = files.open(file.getPath())) {
      return new String(in.readAllBytes(), UTF_8).contains("\"" + run + "\"");
    } catch (IOException e) {
      return false; // gone, or not readable yet
    }
  }

  @Override
  public void refuse(String how) throws IOException {
    server.refuseWrites(true);
  }

  @Override
  public void recover() throws IOException {
    server.refuseWrites(false);
  }

  @Override
  public void age(String store) throws IOException {
    long old = Instant.now().minus(Duration.ofHours(2)).toEpochMilli();
    for (FileStatus file : hiddenFiles(store)) {
      files.setTimes(file.getPath(), old, old);
    }
  }

  @Override
  public long hidden(String store) throws IOException {
    return hiddenFiles(store).size();
  }

  private List<FileStatus> hiddenFiles(String store) throws IOException {
    List<FileStatus> hidden = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = files.listFiles(path(store), true);
    while (all.hasNext()) {
      FileStatus file = all.next();
      if (StorePaths.isTemporary(file.getPath().getName())) {
        hidden.add(file);
      }
    }
    return hidden;
  }

  @Override
  public void drop(String store) throws IOException {
    files.delete(path(store), true);
  }

  private org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path("/" + name);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
