package simile.stats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import simile.files.StoreFiles;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.KeptSegment;
import simile.log.LogSurvey;
import simile.log.LogVerifier;
import simile.log.Retention;
import simile.log.State;
import simile.segment.DataFile;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/** Takes the figures of a store. */
public final class StatsReader {
  private static final String LOG = "_log";

  private final StoreFiles files;

  public StatsReader(StoreFiles files) {
    this.files = files;
  }

  /**
   * Takes them.
   *
   * @param state the newest version
   * @param exact whether key files and records are read, or the log alone
   * @throws IOException if a file of the newest version is damaged
   */
  public StoreStats read(State state, boolean exact) throws IOException {
    List<KeptSegment> kept = kept();
    List<CollectionStats> collections = new ArrayList<>();
    for (CollectionKey key : state.collections().keySet()) {
      collections.add(collection(key, state.collections().get(key), kept, exact));
    }
    Retention retention = state.retention();
    long oldest = Math.min(Math.max(1, retention.oldest()), state.version());
    long tagged = retention.tags().values().stream().distinct().filter(v -> v < oldest).count();
    long logFiles = 0;
    long logBytes = 0;
    for (String name : files.list(LOG)) {
      OptionalLong size = name.endsWith("/") ? OptionalLong.empty() : files.size(LOG + "/" + name);
      logFiles += size.isPresent() ? 1 : 0;
      logBytes += size.orElse(0);
    }
    return new StoreStats(
        state.version(),
        oldest,
        state.version() == 0 ? 0 : state.version() - oldest + 1 + tagged,
        retention.tags().size(),
        logFiles,
        logBytes,
        collections);
  }

  private List<KeptSegment> kept() throws IOException {
    LogSurvey survey = new LogVerifier(files).survey();
    return survey.segments();
  }

  private CollectionStats collection(
      CollectionKey key, CollectionState state, List<KeptSegment> kept, boolean exact)
      throws IOException {
    List<LiveSegment> live = state.segments();
    Optional<LiveStats> read =
        exact
            ? Optional.of(new LiveScan(files, live, state.schema().dimension()).run())
            : Optional.empty();
    return new CollectionStats(
        key,
        live.size(),
        live.stream().mapToLong(s -> s.segment().rows()).sum(),
        live.stream().mapToLong(s -> s.segment().tombstones()).sum(),
        FileTotals.of(live.stream().flatMap(s -> s.segment().files().stream())),
        kept.stream()
            .filter(segment -> segment.key().equals(key) && !segment.isLive())
            .mapToLong(segment -> bytes(segment.live().segment()))
            .sum(),
        Overlap.of(live),
        read);
  }

  private static long bytes(Segment segment) {
    return segment.files().stream().mapToLong(DataFile::bytes).sum();
  }
}
