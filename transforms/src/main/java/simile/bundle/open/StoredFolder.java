package simile.bundle.open;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.OptionalLong;
import simile.bundle.BundleException;
import simile.files.StoreFiles;

/** A folder that is not on local disk, such as one on HDFS or S3. */
record StoredFolder(StoreFiles files) implements BundlePlace {

  /** All files below it. */
  FoundFiles find() throws IOException {
    FoundFiles found = new FoundFiles(name());
    find("", found);
    return found;
  }

  private void find(String folder, FoundFiles found) throws IOException {
    for (String each : files.list(folder)) {
      String path = folder.isEmpty() ? each : folder + "/" + each;
      if (path.endsWith("/")) {
        find(path.substring(0, path.length() - 1), found);
      } else {
        found.add(path, size(path));
        found.requireFewer(BundleTar.MAX_FILES);
      }
    }
  }

  private long size(String path) throws IOException {
    OptionalLong size = files.size(path);
    return size.orElseThrow(
        () -> new BundleException("'%s' went away while it was read".formatted(location(path))));
  }

  @Override
  public String name() {
    return files.root();
  }

  @Override
  public String location(String path) {
    return files.root() + "/" + path;
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Channels.newInputStream(files.open(path));
  }
}
