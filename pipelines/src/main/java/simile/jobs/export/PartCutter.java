package simile.jobs.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import simile.export.ExportFormat;
import simile.export.ExportPart;
import simile.export.ExportShape;
import simile.jsonl.Compression;
import simile.merge.KeyRanges;
import simile.record.IdRange;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.LiveSegment;
import simile.store.CollectionSnapshot;
import simile.store.Store;

/** Cuts an export into parts. */
final class PartCutter {
  /** About so much JSON, uncompressed, and so many bytes of vectors become one file. */
  private static final long BYTES_A_PART = 128L << 20;

  /** About how much smaller compressed JSON is. */
  private static final int RATIO = 4;

  private final Store store;
  private final CollectionSnapshot read;
  private final ExportShape shape;

  PartCutter(Store store, CollectionSnapshot read, ExportShape shape) {
    this.store = store;
    this.read = read;
    this.shape = shape;
  }

  /**
   * The parts, in the order of ids.
   *
   * @param isFile whether they become one file; one of SQLite has one writer
   */
  List<ExportPart> parts(OptionalInt shards, boolean isFile) throws IOException {
    if (isFile && shape.format() == ExportFormat.SQLITE) {
      return List.of(new ExportPart(0, IdRange.ALL));
    }
    long wanted =
        shards.isPresent() ? shards.getAsInt() : (bytes() + BYTES_A_PART - 1) / BYTES_A_PART;
    long entries = read.segments().stream().mapToLong(PartCutter::entries).sum();
    long entriesAPart = Math.max(1, (entries + wanted - 1) / Math.max(1, wanted));
    List<ExportPart> parts = new ArrayList<>();
    for (IdRange range : KeyRanges.cut(store.files(), read.segments(), entriesAPart)) {
      parts.add(new ExportPart(parts.size(), range));
    }
    return parts;
  }

  private static long entries(LiveSegment live) {
    return live.segment().files(FileKind.KEYS).stream().mapToLong(DataFile::rows).sum();
  }

  /** About how much is read, uncompressed. */
  long bytes() {
    long bytes = 0;
    for (LiveSegment live : read.segments()) {
      for (DataFile file : live.segment().files(FileKind.JSONL)) {
        bytes += file.bytes() * (Compression.ofPath(file.path()) == Compression.NONE ? 1 : RATIO);
      }
      if (shape.readsVectors()) {
        bytes += live.segment().files(FileKind.NPZ).stream().mapToLong(DataFile::bytes).sum();
      }
    }
    return bytes;
  }
}
