package simile.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simile.files.StoreFiles;
import simile.jsonl.PartitionFolder;
import simile.keys.KeyCursor;
import simile.log.KeptSegment;
import simile.merge.CorruptRowException;
import simile.merge.RowReader;
import simile.merge.SegmentSource;
import simile.record.IdDigest;
import simile.segment.BlockTable;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.Segment;

/**
 * Walks a key file from its first entry to its last, and reads each row where it says. Within a
 * JSONL file rows lie in the order of the key file, one after another, so one pass finds every gap.
 */
final class RowsCheck {
  private final StoreFiles files;
  private final Findings findings;
  private final KeptSegment kept;
  private final Segment segment;
  private final SegmentSource source;
  private final StoredLine line;
  private final ColumnBounds bounds;
  private final PerFile[] perFile;
  private final RowFaults order = new RowFaults();
  private final IdDigest ids = new IdDigest();
  private byte[] idBefore = new byte[0];
  private long records;
  private long tombstones;
  private boolean isWhole = true;

  RowsCheck(StoreFiles files, Findings findings, KeptSegment kept, SegmentSource source) {
    this.files = files;
    this.findings = findings;
    this.kept = kept;
    this.segment = kept.live().segment();
    this.source = source;
    this.line = new StoredLine(kept.schema());
    this.bounds = new ColumnBounds(kept.schema());
    this.perFile = perFile(segment, source);
  }

  /** What one JSONL file should hold next, and what was wrong in it. */
  private static final class PerFile {
    private final DataFile file;
    private final String folder;
    private final RowFaults faults = new RowFaults();
    private final IdDigest ids = new IdDigest();
    private long next;
    private long rows;

    PerFile(DataFile file) {
      this.file = file;
      String parent = file.path().substring(0, file.path().lastIndexOf('/'));
      this.folder = parent.substring(parent.lastIndexOf('/') + 1);
    }
  }

  private static PerFile[] perFile(Segment segment, SegmentSource source) {
    Map<String, DataFile> byPath = new HashMap<>();
    segment.files(FileKind.JSONL).forEach(file -> byPath.put(file.path(), file));
    List<String> paths = source.keys().files();
    return paths.stream().map(byPath::get).map(PerFile::new).toArray(PerFile[]::new);
  }

  void run() throws IOException {
    KeyCursor at = source.keys().cursor();
    try (RowReader rows = new RowReader(files)) {
      while (at.next()) {
        entry(at);
        if (at.isDeletion()) {
          tombstones++;
        } else {
          records++;
          row(at, rows);
        }
      }
    }
    findings.records.add(records);
    DataFile keys = segment.file(FileKind.KEYS).orElseThrow();
    order.report(findings, FindingKind.KEYS, keys.path(), Findings.next(FileKind.KEYS));
    for (PerFile in : perFile) {
      finish(in);
    }
    statistics(keys);
  }

  private void entry(KeyCursor at) {
    byte[] id = Arrays.copyOf(at.idBytes(), at.idLength());
    boolean isFirst = records + tombstones == 0;
    if (!isFirst && Arrays.compareUnsigned(idBefore, id) >= 0) {
      order.add("entry '%s' comes after '%s'".formatted(at.id(), new String(idBefore, UTF_8)));
    }
    if (isFirst && !at.id().equals(segment.minId())) {
      order.add("its first id is '%s'; the log says '%s'".formatted(at.id(), segment.minId()));
    }
    if (at.commit() > kept.live().commit()) {
      order.add(
          "entry '%s' is of version %d, but the segment of version %d"
              .formatted(at.id(), at.commit(), kept.live().commit()));
    }
    idBefore = id;
  }

  private void row(KeyCursor at, RowReader rows) throws IOException {
    PerFile in = perFile[at.file()];
    ids.add(at.idBytes(), 0, at.idLength());
    in.ids.add(at.idBytes(), 0, at.idLength());
    in.rows++;
    if (at.offset() != in.next) {
      in.faults.add(
          "record '%s' is at byte %d; expected it at %d, after the one before it"
              .formatted(at.id(), at.offset(), in.next));
    }
    in.next = at.offset() + at.length() + 1;
    try {
      rows.locate(source, at);
      line.read(Arrays.copyOfRange(rows.bytes(), rows.start(), rows.start() + rows.length()));
      bounds.add(line);
      require(in, at);
    } catch (CorruptRowException e) {
      isWhole = false;
      in.faults.add(
          "record '%s' at byte %d is not what was written: its checksum does not match"
              .formatted(at.id(), at.offset()));
    } catch (IOException | RuntimeException e) {
      isWhole = false;
      in.faults.add("record '%s' at byte %d: %s".formatted(at.id(), at.offset(), e.getMessage()));
    }
  }

  /** The line has the id of its entry and belongs into its folder. */
  private void require(PerFile in, KeyCursor at) {
    String id = line.id().orElse("");
    if (!id.equals(at.id())) {
      in.faults.add("record '%s' has the id '%s' in its line".formatted(at.id(), id));
    }
    if (kept.schema().partitionBy().isPresent()) {
      Optional<String> value = line.text(kept.schema().partitionColumn());
      String key = kept.schema().partitionBy().get();
      boolean isHere =
          PartitionFolder.isBucket(in.folder)
              ? value.isPresent() && PartitionFolder.bucket(value.get()).equals(in.folder)
              : PartitionFolder.of(key, value).equals(in.folder);
      boolean isNamed =
          PartitionFolder.isBucket(in.folder)
              ? in.file.partition().isEmpty()
              : in.file.partition().equals(value.orElse(""));
      if (!isHere || !isNamed) {
        in.faults.add(
            "record '%s' has %s '%s', which does not belong into %s"
                .formatted(at.id(), key, value.orElse(""), in.folder));
      }
    }
  }

  private void finish(PerFile in) throws IOException {
    int index = source.keys().files().indexOf(in.file.path());
    BlockTable table = source.keys().tables().get(index);
    long end = table.isEmpty() ? in.file.bytes() : table.uncompressedBytes();
    if (in.next != end) {
      in.faults.add("the key file names %d bytes of %d".formatted(in.next, end));
    }
    if (in.rows != in.file.rows()) {
      in.faults.add(
          "the key file names %d rows; the log says %d".formatted(in.rows, in.file.rows()));
    }
    if (!in.ids.toString().equals(in.file.idDigest())) {
      in.faults.add("the ids in the key file are not those that the log says were written");
    }
    in.faults.report(findings, FindingKind.ROWS, in.file.path(), Findings.next(FileKind.JSONL));
  }

  private void statistics(DataFile keys) {
    RowFaults faults = new RowFaults();
    if (records != segment.rows() || tombstones != segment.tombstones()) {
      faults.add(
          "%d records and %d tombstones; the log says %d and %d"
              .formatted(records, tombstones, segment.rows(), segment.tombstones()));
    }
    if (records + tombstones > 0 && !new String(idBefore, UTF_8).equals(segment.maxId())) {
      faults.add(
          "the last id is '%s'; the log says '%s'"
              .formatted(new String(idBefore, UTF_8), segment.maxId()));
    }
    if (!ids.toString().equals(keys.idDigest())) {
      faults.add("the digest of the ids is " + ids + "; the log says " + keys.idDigest());
    }
    if (isWhole) {
      bounds.difference(segment).ifPresent(faults::add);
    }
    faults.report(findings, FindingKind.STATISTICS, keys.path(), Findings.next(FileKind.KEYS));
  }
}
