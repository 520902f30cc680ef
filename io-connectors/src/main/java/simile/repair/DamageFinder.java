package simile.repair;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import simile.files.FileHash;
import simile.files.StoreFiles;
import simile.keys.KeyCursor;
import simile.log.CorruptLogException;
import simile.log.KeptSegment;
import simile.log.LogFault;
import simile.log.LogSurvey;
import simile.log.LogVerifier;
import simile.merge.RowReader;
import simile.merge.SegmentSource;
import simile.segment.DataFile;
import simile.segment.FileKind;

/** Reads every file that a kept version needs, and tells what of the damaged ones is lost. */
public final class DamageFinder {
  private final StoreFiles files;

  public DamageFinder(StoreFiles files) {
    this.files = files;
  }

  /**
   * Looks at everything.
   *
   * @throws CorruptLogException if an entry of the log is damaged: nothing can be mended then
   */
  public StoreDamage find() throws IOException {
    LogSurvey survey = new LogVerifier(files).survey();
    List<LogFault> checkpoints = new ArrayList<>();
    for (LogFault fault : survey.faults()) {
      if (!fault.isCheckpoint()) {
        throw new CorruptLogException(
            fault.path() + " " + fault.what() + "; only then can the rest be repaired");
      }
      checkpoints.add(fault);
    }
    List<SegmentDamage> segments = new ArrayList<>();
    for (KeptSegment kept : survey.segments()) {
      SegmentDamage damage = damage(kept);
      if (!damage.files().isEmpty()) {
        segments.add(damage);
      }
    }
    List<DataFile> beyond = new ArrayList<>();
    for (DataFile file : survey.beside()) {
      if (!isSound(file)) {
        beyond.add(file);
      }
    }
    return new StoreDamage(checkpoints, segments, beyond);
  }

  private SegmentDamage damage(KeptSegment kept) throws IOException {
    List<DataFile> derived = new ArrayList<>();
    List<DataFile> sources = new ArrayList<>();
    for (DataFile file : kept.live().segment().files()) {
      if (!isSound(file)) {
        (isDerived(file.kind()) ? derived : sources).add(file);
      }
    }
    SegmentDamage damage = new SegmentDamage(kept, derived, sources, List.of(), 0);
    return sources.isEmpty() || damage.isWithoutKeys() ? damage : losses(damage);
  }

  private static boolean isDerived(FileKind kind) {
    return kind == FileKind.SQLITE || kind == FileKind.TOMBSTONES || kind == FileKind.NPZ_METADATA;
  }

  private boolean isSound(DataFile file) throws IOException {
    OptionalLong size = files.size(file.path());
    return size.isPresent()
        && size.getAsLong() == file.bytes()
        && FileHash.of(files, file.path()).equals(file.sha256());
  }

  /** Which rows of damaged JSONL files do not verify; the others are as good as ever. */
  private SegmentDamage losses(SegmentDamage damage) throws IOException {
    Set<String> suspects = new HashSet<>();
    damage.sources().forEach(file -> suspects.add(file.path()));
    List<String> lost = new ArrayList<>();
    long vectors = 0;
    try (SegmentSource source = SegmentSource.open(files, damage.kept().live());
        RowReader rows = new RowReader(files)) {
      KeyCursor at = source.keys().cursor();
      while (at.next()) {
        if (at.isDeletion()) {
          continue;
        }
        boolean isSuspect = suspects.contains(source.keys().files().get(at.file()));
        if (isSuspect && !canBeRead(rows, source, at)) {
          lost.add(at.id());
        } else if (at.hasVector() && damage.isWithoutVectors()) {
          vectors++;
        }
      }
    }
    return new SegmentDamage(damage.kept(), damage.derived(), damage.sources(), lost, vectors);
  }

  /** Damage can make a reader fail in any way; whatever it is, the row is lost. */
  static boolean canBeRead(RowReader rows, SegmentSource source, KeyCursor at) {
    try {
      rows.locate(source, at);
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
