package simile.compact;

import java.io.IOException;
import java.util.List;
import simile.files.StoreFiles;
import simile.ingest.Breach;
import simile.ingest.Postconditions;
import simile.log.LogVerifier;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/** What must be true before a group's segments are replaced. */
final class GroupChecks {
  private final StoreFiles files;

  GroupChecks(StoreFiles files) {
    this.files = files;
  }

  /**
   * Every entry of the inputs was read once and is accounted for; what is live was written, and the
   * files are there and agree.
   *
   * @throws IOException if not; nothing was committed
   */
  void require(GroupInput input, List<Segment> written, RangeTally tally) throws IOException {
    Group group = input.group();
    long before =
        input.inputs().stream()
            .map(LiveSegment::segment)
            .mapToLong(segment -> segment.rows() + segment.tombstones())
            .sum();
    expect(group, "entries read", before, tally.entries());
    long dropped = tally.superseded() + tally.tombstonesDropped();
    expect(
        group, "entries kept and dropped", before, tally.rows() + tally.tombstonesKept() + dropped);
    expect(group, "rows written", tally.rows(), written.stream().mapToLong(Segment::rows).sum());
    expect(
        group,
        "deletions written",
        tally.tombstonesKept(),
        written.stream().mapToLong(Segment::tombstones).sum());
    List<String> digests =
        written.stream()
            .flatMap(segment -> segment.files(FileKind.JSONL).stream())
            .map(DataFile::idDigest)
            .toList();
    expect(group, "digest of ids", tally.idDigest(), RangeTally.sumOfDigests(digests));
    Postconditions post = new Postconditions(files);
    for (Segment segment : written) {
      post.check(segment);
    }
    for (Breach breach : post.breaches()) {
      throw broken(group, breach.toString());
    }
    new LogVerifier(files).requireUnbroken();
  }

  private static void expect(Group group, String what, Object expected, Object actual)
      throws IOException {
    if (!expected.equals(actual)) {
      throw broken(group, "%s: expected %s, got %s".formatted(what, expected, actual));
    }
  }

  private static IOException broken(Group group, String how) {
    return new IOException(
        "group %d of %s was compacted wrongly, and not committed: %s. The store is as it was; please report this"
            .formatted(group.number(), group.key(), how));
  }
}
