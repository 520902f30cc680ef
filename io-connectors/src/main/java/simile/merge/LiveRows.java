package simile.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import simile.files.StoreFiles;
import simile.segment.LiveSegment;

/** The live records of some ids, which are asked for in ascending order. For one thread. */
public final class LiveRows implements Closeable {
  private final SegmentSources sources;
  private final KeyLookup keys;
  private final RowReader rows;
  private final VectorReader vectors;

  private LiveRows(SegmentSources sources, StoreFiles files) {
    this.sources = sources;
    this.keys = new KeyLookup(sources.list());
    this.rows = new RowReader(files);
    this.vectors = new VectorReader(files);
  }

  /** Opens the segments that may hold an id from least to greatest, both included. */
  public static LiveRows open(
      StoreFiles files, List<LiveSegment> segments, String least, String greatest)
      throws IOException {
    return new LiveRows(SegmentSources.open(files, segments, least, greatest), files);
  }

  /**
   * An id's live record.
   *
   * @param id not less than the one asked for before
   */
  public Optional<Entry> find(String id) throws IOException {
    return find(id.getBytes(UTF_8));
  }

  /** As {@link #find(String)}, with the id in UTF-8. */
  public Optional<Entry> find(byte[] id) throws IOException {
    return keys.findLive(id);
  }

  /**
   * The bytes of a record, without its vector.
   *
   * @throws CorruptRowException if they are not those that were written
   */
  public byte[] json(Entry entry) throws IOException {
    return rows.read(entry);
  }

  /** The vector of a record; empty if it has none. */
  public Optional<float[]> vector(Entry entry) throws IOException {
    return entry.vector() < 0
        ? Optional.empty()
        : Optional.of(vectors.read(entry.source(), entry.vector()));
  }

  @Override
  public void close() throws IOException {
    rows.close();
    vectors.close();
    sources.close();
  }
}
