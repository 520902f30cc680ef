package simile.workflow;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import simile.files.StoreFiles;
import simile.json.MalformedJsonException;
import simile.layout.Layout;

/**
 * What the workers of a run tell of themselves: a file each, which its worker replaces. It is for
 * looking at; nothing is decided by it, and losing it harms nothing.
 */
public final class WorkerReports {
  private static final String SUFFIX = ".json";

  private final StoreFiles files;
  private final String folder;

  private WorkerReports(StoreFiles files, String folder) {
    this.files = files;
    this.folder = folder;
  }

  public static WorkerReports of(StoreFiles files, String runId) {
    return new WorkerReports(files, Layout.progress(runId));
  }

  /** The stems of all runs whose workers told anything, see {@link AnnouncedRun#stem}. */
  public static List<String> stems(StoreFiles files) throws IOException {
    String end = Layout.PROGRESS + "/";
    return files.list(Layout.WORKFLOWS).stream()
        .filter(name -> name.endsWith(end))
        .map(name -> name.substring(0, name.length() - end.length()))
        .toList();
  }

  /** Those of the run with this stem. */
  public static WorkerReports ofStem(StoreFiles files, String stem) {
    return new WorkerReports(files, Layout.WORKFLOWS + "/" + stem + Layout.PROGRESS);
  }

  /** The folder, as a path in the store. */
  public String folder() {
    return folder;
  }

  /**
   * Tells, in place of what this worker told before.
   *
   * @param worker a name that no other worker of the run has
   */
  public void write(String worker, WorkerReport report) throws IOException {
    files.replace(folder + "/" + worker + SUFFIX, WorkerReportJson.toBytes(report));
  }

  /**
   * What all workers did. Work that was done again counts once. What is no report, or gone by now,
   * is passed over.
   */
  public WorkDone sum() throws IOException {
    Map<String, WorkDone> units = new TreeMap<>();
    for (String name : files.list(folder)) {
      if (name.endsWith(SUFFIX)) {
        read(folder + "/" + name)
            .ifPresent(
                report ->
                    report
                        .units()
                        .forEach(
                            (unit, done) ->
                                units.merge(
                                    unit, done, BinaryOperator.maxBy(WorkDone.BY_PROGRESS))));
      }
    }
    return units.values().stream().reduce(WorkDone.NOTHING, WorkDone::plus);
  }

  private Optional<WorkerReport> read(String path) throws IOException {
    try {
      return Optional.of(WorkerReportJson.fromBytes(files.read(path), path));
    } catch (MalformedJsonException | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Deletes what was told, once it is of no more use.
   *
   * @return how many files
   */
  public int delete() throws IOException {
    int deleted = 0;
    for (String name : files.list(folder)) {
      if (!name.endsWith("/")) {
        files.delete(folder + "/" + name);
        deleted++;
      }
    }
    files.removeIfEmpty(folder);
    return deleted;
  }
}
