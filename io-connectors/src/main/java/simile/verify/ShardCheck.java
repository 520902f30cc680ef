package simile.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import simile.files.StoreFiles;
import simile.files.remote.LocalView;
import simile.keys.KeyCursor;
import simile.log.KeptSegment;
import simile.merge.RowReader;
import simile.merge.SegmentSource;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.sqlite.ShardTable;
import simile.sqlite.SqliteShardReader;

/**
 * A shard is sound to SQLite itself, and holds every record of the key file in its order, each
 * column with the value of the record's line.
 */
final class ShardCheck {
  private final StoreFiles files;
  private final Findings findings;
  private final KeptSegment kept;
  private final SegmentSource source;
  private final DataFile shard;
  private final StoredLine line;
  private final RowFaults faults = new RowFaults();

  ShardCheck(
      StoreFiles files, Findings findings, KeptSegment kept, SegmentSource source, DataFile shard) {
    this.files = files;
    this.findings = findings;
    this.kept = kept;
    this.source = source;
    this.shard = shard;
    this.line = new StoredLine(kept.schema());
  }

  void run() throws IOException {
    try (LocalView view = LocalView.of(files, shard.path(), shard.sha256());
        SqliteShardReader reader = SqliteShardReader.open(view.path());
        RowReader rows = new RowReader(files)) {
      reader.integrityFaults().forEach(faults::add);
      if (!reader.collection().equals(kept.key().collection())) {
        faults.add("its table is '%s'".formatted(reader.collection()));
      }
      KeyCursor at = source.keys().cursor();
      reader.forEach((columns, values) -> row(columns, values, at, rows));
      if (nextRecord(at)) {
        faults.add("record '%s' is not in it".formatted(at.id()));
      }
    } catch (IOException e) {
      faults.add(String.valueOf(e.getMessage()));
    }
    faults.report(findings, FindingKind.SHARD, shard.path(), Findings.next(FileKind.SQLITE));
  }

  private void row(List<String> columns, Object[] values, KeyCursor at, RowReader rows)
      throws IOException {
    if (!nextRecord(at) || !at.id().equals(values[0])) {
      throw new IOException(
          "row '%s' is where the key file has '%s'".formatted(values[0], at.id()));
    }
    try {
      rows.locate(source, at);
    } catch (IOException e) {
      return; // The row is a finding of its own.
    }
    line.read(Arrays.copyOfRange(rows.bytes(), rows.start(), rows.start() + rows.length()));
    for (int c = 0; c < columns.size(); c++) {
      int column = kept.schema().indexOf(columns.get(c));
      boolean agrees =
          columns.get(c).equals(ShardTable.EXTRA)
              ? line.hasExtras(values[c])
              : column >= 0 && line.agrees(column, values[c]);
      if (!agrees) {
        faults.add(
            "column '%s' of '%s' is not what its line says".formatted(columns.get(c), at.id()));
      }
    }
  }

  private static boolean nextRecord(KeyCursor at) throws IOException {
    while (at.next()) {
      if (!at.isDeletion()) {
        return true;
      }
    }
    return false;
  }
}
