package simile.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import simile.testkit.process.HadoopClient;

/** Where stores can lie. */
enum Storages {
  LOCAL("local disk") {
    @Override
    Storage start(Path folder) throws IOException {
      return new LocalStorage(folder);
    }
  },
  HDFS("HDFS") {
    @Override
    Storage start(Path folder) throws IOException {
      ServerProcess server = ServerProcess.start("HDFS", folder);
      return new ServedStorage(
          toString(), "name and data node", server, HadoopClient.environment());
    }
  },
  S3("S3") {
    @Override
    Storage start(Path folder) throws IOException {
      return new ServedStorage(
          toString(), "S3 server", ServerProcess.start("S3", folder), Map.of());
    }
  };

  private final String title;

  Storages(String title) {
    this.title = title;
  }

  /**
   * Starts it.
   *
   * @param folder where it keeps its files
   */
  abstract Storage start(Path folder) throws IOException;

  @Override
  public String toString() {
    return title;
  }
}
