package simile.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import simile.benchmarks.files.Folders;

/**
 * A folder on a local disk.
 *
 * @param folder deleted in the end
 */
record LocalStorage(Path folder) implements Storage {

  @Override
  public String name() {
    return Storages.LOCAL.toString();
  }

  @Override
  public String location(String store) {
    return folder.resolve(store).toString();
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public Map<String, Long> processes() {
    return Map.of();
  }

  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }
}
