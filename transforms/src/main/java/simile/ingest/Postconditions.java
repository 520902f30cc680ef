package simile.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import simile.files.StoreFiles;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.Segment;

/** What must be true of a run's files before they are committed. */
public final class Postconditions {
  private final StoreFiles files;
  private final List<Breach> breaches = new ArrayList<>();

  public Postconditions(StoreFiles files) {
    this.files = files;
  }

  /** Every breach found; none if all is well. */
  public List<Breach> breaches() {
    return List.copyOf(breaches);
  }

  /** The rows that the tally says were written are those of the segments. */
  public void checkRows(long tallied, List<Segment> segments) {
    expect(
        "store.counts",
        "rows of all segments",
        tallied,
        segments.stream().mapToLong(Segment::rows).sum());
  }

  /** A segment's files hold the same rows, and as many as it says. */
  public void check(Segment segment) throws IOException {
    for (DataFile file : segment.files()) {
      checkFile(file);
    }
    List<DataFile> jsonl = segment.files(FileKind.JSONL);
    expect(
        "store.counts",
        segment.name() + " JSONL",
        segment.rows(),
        jsonl.stream().mapToLong(DataFile::rows).sum());
    String digest = sum(jsonl);
    for (DataFile file : segment.files()) {
      switch (file.kind()) {
        case SQLITE -> {
          expect("store.counts", file.path(), segment.rows(), file.rows());
          expect("store.id-digest", file.path(), digest, file.idDigest());
        }
        case KEYS -> {
          expect("store.counts", file.path(), segment.rows() + segment.tombstones(), file.rows());
          expect("store.id-digest", file.path(), digest, file.idDigest());
        }
        case TOMBSTONES -> expect("store.counts", file.path(), segment.tombstones(), file.rows());
        default -> {}
      }
    }
  }

  /** A file is where the commit will say, with the size that was written. */
  public void checkFile(DataFile file) throws IOException {
    if (file.path().startsWith("/") || List.of(file.path().split("/", -1)).contains("..")) {
      breaches.add(new Breach("store.path", file.path(), "a path inside the store", file.path()));
      return;
    }
    OptionalLong size = files.size(file.path());
    if (size.isEmpty()) {
      breaches.add(
          new Breach("store.file-missing", file.path(), file.bytes() + " bytes", "no file"));
    } else {
      expect("store.file-size", file.path(), file.bytes(), size.getAsLong());
    }
  }

  private void expect(String rule, String where, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      breaches.add(new Breach(rule, where, expected.toString(), actual.toString()));
    }
  }

  /** Digests are sums, so that those of several files add up. */
  private static String sum(List<DataFile> jsonl) {
    long sum = 0;
    for (DataFile file : jsonl) {
      sum += Long.parseUnsignedLong(file.idDigest(), 16);
    }
    return String.format("%016x", sum);
  }
}
