package simile.vacuum;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import simile.files.StoreFiles;
import simile.layout.Layout;
import simile.store.Store;
import simile.workflow.AnnouncedRun;
import simile.workflow.RunsAtWork;
import simile.workflow.WorkerReports;

/** Deletes, and counts. Deleting again, or by two at once, is harmless. */
final class Sweeper {
  private final StoreFiles files;
  private long deleted;
  private long bytes;
  private int temporaries;

  Sweeper(StoreFiles files) {
    this.files = files;
  }

  void delete(Iterable<String> paths) throws IOException {
    for (String path : paths) {
      OptionalLong size = files.size(path);
      if (size.isPresent()) {
        files.delete(path);
        deleted++;
        bytes += size.getAsLong();
      }
    }
  }

  /** Tidies folders up: hidden files of killed processes, and folders that are empty. */
  void tidy(Instant before) throws IOException {
    FoundFiles found = FoundFiles.list(files);
    temporaries += files.sweep(Store.LOG, before);
    temporaries += files.sweep(Layout.WORKFLOWS, before);
    for (String folder : found.contracts()) {
      temporaries += files.sweep(folder, before);
    }
    for (String folder : found.folders()) {
      files.removeIfEmpty(folder);
    }
  }

  /** Deletes what workers told of runs that are not at work. */
  void forget(RunsAtWork work, Instant before) throws IOException {
    List<String> told = WorkerReports.stems(files);
    Set<String> living = told.isEmpty() ? Set.of() : living(work);
    for (String stem : told) {
      if (!living.contains(stem)) {
        WorkerReports reports = WorkerReports.ofStem(files, stem);
        temporaries += files.sweep(reports.folder(), before);
        temporaries += reports.delete();
      }
    }
  }

  private static Set<String> living(RunsAtWork work) throws IOException {
    return work.runs().stream()
        .filter(AnnouncedRun::lives)
        .map(AnnouncedRun::stem)
        .collect(Collectors.toSet());
  }

  long deleted() {
    return deleted;
  }

  long bytes() {
    return bytes;
  }

  int temporaries() {
    return temporaries;
  }
}
