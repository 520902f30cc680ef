package simile.proof.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import simile.files.StoreFiles;
import simile.log.Change;
import simile.log.Commit;
import simile.segment.DataFile;
import simile.store.Store;

/**
 * What must be, and what must not be there any more, after a vacuum.
 *
 * @param keptBefore the versions that were kept before it
 */
record VacuumCheck(Store store, Ledger ledger, Set<Long> keptBefore) {

  /** Versions that were the newest at any time within the period are kept, and tagged ones. */
  void requireKept(Duration olderThan, Instant now) {
    Instant since = now.minus(olderThan);
    for (long version = 1; version <= ledger.latest(); version++) {
      boolean isNewest = version == ledger.latest();
      boolean isAsked = isNewest || ledger.entry(version + 1).committedAt().isAfter(since);
      if (isAsked && keptBefore.contains(version)) {
        assertThat("version " + version + " is kept", ledger.keeps(version), is(true));
      }
    }
  }

  /** Files that no kept version needs are gone. */
  void requireSwept() throws IOException {
    Set<String> needed = needed();
    List<String> left = new ArrayList<>();
    list("contexts/", left);
    left.removeAll(needed);
    assertThat("files that nothing needs", left, is(empty()));
  }

  private Set<String> needed() throws IOException {
    Set<String> needed = new HashSet<>();
    for (long version = 1; version <= ledger.latest(); version++) {
      Commit entry = ledger.entry(version);
      for (Change change : entry.changes()) {
        change.files().forEach(file -> needed.add(file.path()));
      }
      if (ledger.keeps(version)) {
        store.log().stateAt(version).collections().values().stream()
            .flatMap(collection -> collection.segments().stream())
            .flatMap(live -> live.segment().files().stream())
            .map(DataFile::path)
            .forEach(needed::add);
      }
    }
    return needed;
  }

  private void list(String folder, List<String> into) throws IOException {
    StoreFiles files = store.files();
    for (String name : files.list(folder)) {
      if (name.endsWith("/")) {
        list(folder + name, into);
      } else {
        into.add(folder + name);
      }
    }
  }
}
