package simile.chaos;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import simile.testkit.process.SessionCluster;

/**
 * Every fault, on local disk, HDFS and S3; the table of docs/faults.md. The system property {@code
 * simile.trials} chooses some: {@code s3-9,hdfs,disk-1}.
 */
@Tag("full")
class AllFaultsIT {
  private static final Choice CHOICE = Choice.fromProperty();

  @TempDir static Path folder;
  private static LocalStorage local;
  private static HdfsStorage hdfs;
  private static S3Storage s3;
  private static SessionCluster cluster;
  private static Suite suite;

  @BeforeAll
  static void open() throws IOException {
    CHOICE.check(
        Map.of(
            "local", FaultLists.onLocalDisk().size(),
            "s3", FaultLists.onS3().size(),
            "hdfs", FaultLists.onHdfs().size(),
            "disk", 3));
    local = new LocalStorage(folder);
    hdfs = HdfsStorage.start(folder.resolve("hdfs"));
    s3 = S3Storage.start();
    Map<String, String> environment = new HashMap<>(SessionCluster.FRESH_PAGES);
    environment.putAll(hdfs.environment());
    environment.putAll(s3.environment());
    cluster = SessionCluster.start(folder, 2, environment);
    suite = new Suite(cluster, folder, new FaultTable("faults.md"));
  }

  @AfterAll
  static void close() throws IOException {
    suite.close();
    cluster.close();
    s3.close();
    hdfs.close();
  }

  static Stream<Named<Trial>> onLocalDisk() {
    return CHOICE.of("local", FaultLists.onLocalDisk());
  }

  static Stream<Named<Trial>> onS3() {
    return CHOICE.of("s3", FaultLists.onS3());
  }

  static Stream<Named<Trial>> onHdfs() {
    return CHOICE.of("hdfs", FaultLists.onHdfs());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource
  void onLocalDisk(Trial trial) throws IOException {
    right(suite.row(trial, local));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource
  void onS3(Trial trial) throws IOException {
    right(suite.row(trial, s3));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource
  void onHdfs(Trial trial) throws IOException {
    right(suite.row(trial, hdfs));
  }

  @Test
  void theDiskOfALocalStoreIsFull() throws IOException {
    disk(1);
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 400, 30)) {
      Fault full = new Fault.FullDisk("the store's", disk);
      right(suite.row(Trial.of(full, Moment.ALWAYS), new LocalStorage(disk.folder())));
    }
  }

  @Test
  void theTemporaryFolderOfATaskManagerIsFullAndTheStoreIsOnS3() throws IOException {
    disk(2);
    temporaryFolderIsFull(s3);
  }

  @Test
  void theTemporaryFolderOfATaskManagerIsFullAndTheStoreIsOnHdfs() throws IOException {
    disk(3);
    temporaryFolderIsFull(hdfs);
  }

  private static void disk(int number) {
    assumeTrue(CHOICE.has("disk", number), "not asked for");
    assumeTrue(SmallDisk.canBeMade(), "only root can mount a small disk");
  }

  private static void temporaryFolderIsFull(Storage storage) throws IOException {
    Path place = folder.resolve("temporary-" + storage.name());
    try (SmallDisk disk = SmallDisk.mount(place, 200, 4)) {
      Fault full = new Fault.FullDisk(Fault.FullDisk.OF_A_TASK_MANAGER, disk);
      right(suite.row(Trial.of(full, Moment.ALWAYS), storage));
    }
  }

  private static void right(Row row) {
    assertThat(row.line(), row.fault(), is(""));
  }
}
