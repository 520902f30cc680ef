package simile.repair;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import simile.files.StoreFiles;
import simile.jsonl.Compression;
import simile.keys.KeyCursor;
import simile.layout.Layout;
import simile.merge.RowReader;
import simile.merge.SegmentSource;
import simile.merge.VectorReader;
import simile.record.RecordBatch;
import simile.rewrite.RewriteBatch;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.Segment;
import simile.segment.write.SegmentOptions;
import simile.segment.write.SegmentWriter;
import simile.segment.write.Stages;

/**
 * Writes a segment again from the rows that verify; one segment is in memory, as when it was first
 * written.
 */
final class SegmentRebuilder {
  private final StoreFiles from;
  private final Set<String> unstored;

  /**
   * @param unstored fields that the contract describes and the schema does not store
   */
  SegmentRebuilder(StoreFiles from, Set<String> unstored) {
    this.from = from;
    this.unstored = unstored;
  }

  /**
   * Writes it under its own name, for files that shall have the bytes that they had.
   *
   * @param into another place
   */
  Segment again(SegmentDamage damage, StoreFiles into) throws IOException {
    return write(damage, damage.kept().live().segment().name(), into, false).orElseThrow();
  }

  /**
   * Writes it under a new name into the same store. A lost record becomes a deletion, so that no
   * older one of its id comes back in its place.
   *
   * @return empty if nothing is left
   */
  Optional<Segment> anew(SegmentDamage damage, String name) throws IOException {
    return damage.isWithoutKeys() ? Optional.empty() : write(damage, name, from, true);
  }

  private Optional<Segment> write(
      SegmentDamage damage, String name, StoreFiles into, boolean ownCommits) throws IOException {
    Segment segment = damage.kept().live().segment();
    String folder =
        Layout.collection(damage.kept().key().context(), damage.kept().key().collection());
    Optional<DataFile> jsonl = segment.file(FileKind.JSONL);
    Compression compression =
        jsonl.map(file -> Compression.ofPath(file.path())).orElse(Compression.NONE);
    // What had no shard, since nothing but deletions is in it, gets none now either.
    boolean sqlite = segment.file(FileKind.SQLITE).isPresent();
    return new SegmentWriter(into, folder, new SegmentOptions(compression, sqlite), new Stages())
        .write(name, batch(damage, ownCommits));
  }

  private RecordBatch batch(SegmentDamage damage, boolean ownCommits) throws IOException {
    Set<String> lost = new HashSet<>(damage.lostIds());
    RewriteBatch batch = new RewriteBatch(damage.kept().schema(), unstored, 0);
    try (SegmentSource source = SegmentSource.open(from, damage.kept().live());
        RowReader rows = new RowReader(from);
        VectorReader vectors = new VectorReader(from)) {
      KeyCursor at = source.keys().cursor();
      while (at.next()) {
        long commit = ownCommits ? source.commitOf(at.commit()) : at.commit();
        byte[] id = at.id().getBytes(UTF_8);
        if (at.isDeletion() || lost.contains(at.id())) {
          batch.addDeletion(id, id.length, commit, at.position());
          continue;
        }
        rows.locate(source, at);
        if (at.hasVector() && !damage.isWithoutVectors()) {
          float[] vector = vectors.read(source, at.vector());
          batch.add(
              rows.bytes(),
              rows.start(),
              rows.length(),
              id,
              id.length,
              commit,
              at.position(),
              vector);
        } else {
          batch.add(
              rows.bytes(), rows.start(), rows.length(), id, id.length, commit, at.position());
        }
      }
    }
    return batch.build();
  }
}
