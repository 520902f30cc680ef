package simile.files.hdfs;

import java.io.IOException;
import java.net.URI;
import simile.files.StoreFiles;
import simile.files.StoreFilesProvider;

/** Serves {@code hdfs:} URIs. Knows no class of Hadoop, so that to look for it costs nothing. */
public final class HdfsFilesProvider implements StoreFilesProvider {

  @Override
  public String scheme() {
    return "hdfs";
  }

  @Override
  public StoreFiles open(URI root) throws IOException {
    return HdfsOpener.open(root);
  }
}
