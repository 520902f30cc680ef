package simile.verify;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import simile.files.StoreFiles;
import simile.log.KeptSegment;
import simile.merge.SegmentSource;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.Segment;

/** Checks one segment: each file for itself, then whether they say the same. */
final class SegmentCheck {
  private final StoreFiles files;
  private final FileCheck fileCheck;
  private final Findings findings;
  private final KeptSegment kept;
  private final Segment segment;
  private final Set<FileKind> damaged = new HashSet<>();

  SegmentCheck(StoreFiles files, FileCheck fileCheck, Findings findings, KeptSegment kept) {
    this.files = files;
    this.fileCheck = fileCheck;
    this.findings = findings;
    this.kept = kept;
    this.segment = kept.live().segment();
  }

  void run(boolean full) {
    for (DataFile file : segment.files()) {
      if (!fileCheck.isSound(file)) {
        damaged.add(file.kind());
      }
    }
    Optional<DataFile> keys = segment.file(FileKind.KEYS);
    if (keys.isEmpty()) {
      findings.add(
          FindingKind.KEYS,
          "_log",
          "segment " + segment.name() + " has no key file",
          Findings.RESTORE);
    } else if (full && !damaged.contains(FileKind.KEYS)) {
      compare(keys.get());
    }
  }

  /** A file that is damaged already is not asked again, but for rows: which are lost matters. */
  private void compare(DataFile keys) {
    try (SegmentSource source = SegmentSource.open(files, kept.live())) {
      guarded(keys, () -> new RowsCheck(files, findings, kept, source).run());
      if (!damaged.contains(FileKind.TOMBSTONES)) {
        guarded(keys, () -> new TombstonesCheck(files, findings, segment, source).run());
      }
      if (!damaged.contains(FileKind.NPZ)) {
        for (DataFile npz : segment.files(FileKind.NPZ)) {
          guarded(npz, () -> new VectorsCheck(files, findings, kept, source, npz).run());
        }
      }
      if (!damaged.contains(FileKind.SQLITE)) {
        for (DataFile shard : segment.files(FileKind.SQLITE)) {
          guarded(shard, () -> new ShardCheck(files, findings, kept, source, shard).run());
        }
      }
    } catch (IOException e) {
      findings.add(FindingKind.KEYS, keys, e.getMessage());
    }
  }

  private interface Check {
    void run() throws IOException;
  }

  /** Damage can make any reader fail in any way; what it says is the finding. */
  private void guarded(DataFile file, Check check) {
    try {
      check.run();
    } catch (IOException | RuntimeException e) {
      findings.add(FindingKind.UNREADABLE, file, "cannot be read to its end: " + e.getMessage());
    }
  }
}
