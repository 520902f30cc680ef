package simile.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.files.StoreFiles;

class LocalCommitLogTest extends CommitLogContract {
  @TempDir Path folder;

  @Override
  protected StoreFiles files() {
    return new LocalFiles(folder);
  }
}
