package simile.compact;

import java.io.Serializable;
import java.util.List;

/**
 * What became of the entries of a range.
 *
 * @param entries rows and deletions that were read
 * @param rows rows that were written
 * @param superseded entries that later ones hide, which were dropped
 * @param tombstonesKept deletions that may hide rows elsewhere
 * @param tombstonesDropped deletions that hid nothing else
 * @param idDigest the {@link simile.record.IdDigest} of the rows that were written
 */
public record RangeTally(
    long entries,
    long rows,
    long superseded,
    long tombstonesKept,
    long tombstonesDropped,
    String idDigest)
    implements Serializable {
  private static final int HEXADECIMAL = 16;

  /** The sum; digests are sums too. */
  static RangeTally sum(List<RangeTally> tallies) {
    return new RangeTally(
        tallies.stream().mapToLong(RangeTally::entries).sum(),
        tallies.stream().mapToLong(RangeTally::rows).sum(),
        tallies.stream().mapToLong(RangeTally::superseded).sum(),
        tallies.stream().mapToLong(RangeTally::tombstonesKept).sum(),
        tallies.stream().mapToLong(RangeTally::tombstonesDropped).sum(),
        sumOfDigests(tallies.stream().map(RangeTally::idDigest).toList()));
  }

  static String sumOfDigests(List<String> digests) {
    long sum = 0;
    for (String digest : digests) {
      sum += Long.parseUnsignedLong(digest, HEXADECIMAL);
    }
    return String.format("%016x", sum);
  }
}
