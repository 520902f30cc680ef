package simile.conflict;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import simile.files.StoreFiles;
import simile.foreign.StoredRecords;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.CommitLog;
import simile.merge.LiveRows;
import simile.segment.LiveSegment;

/** The records that a collection has in the version that a run reads. For one thread. */
public final class BaseRecords implements StoredRecords {
  private final StoreFiles files;
  private final CollectionKey key;
  private final long version;
  private Optional<List<LiveSegment>> segments = Optional.empty();

  public BaseRecords(StoreFiles files, CollectionKey key, long version) {
    this.files = files;
    this.key = key;
    this.version = version;
  }

  @Override
  public LiveRows open(String least, String greatest) throws IOException {
    return LiveRows.open(files, segments(), least, greatest);
  }

  /** The segments that are live in that version; none where the store has no such collection. */
  public List<LiveSegment> segments() throws IOException {
    if (segments.isEmpty()) {
      segments =
          Optional.of(
              CommitLog.open(files)
                  .stateAt(version)
                  .collection(key)
                  .map(CollectionState::segments)
                  .orElse(List.of()));
    }
    return segments.get();
  }
}
