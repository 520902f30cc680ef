package simile.log;

/**
 * What a run read and wrote.
 *
 * @param read lines that were records or meant to be, without blank ones; always {@code accepted +
 *     rejected}
 * @param blank empty lines, which are skipped
 * @param accepted records and deletions that kept the contract
 * @param rejected lines that broke it; every one is in the audit files
 * @param deletions deletions among the accepted
 * @param rows rows written to segments
 * @param bytesRead bytes of input
 * @param bytesWritten bytes of all files that the commit names
 */
public record Counts(
    long read,
    long blank,
    long accepted,
    long rejected,
    long deletions,
    long rows,
    long bytesRead,
    long bytesWritten) {

  public static final Counts ZERO = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * @throws IllegalArgumentException if a count is negative or read is not accepted + rejected
   */
  public Counts {
    if ((read | blank | accepted | rejected | deletions | rows | bytesRead | bytesWritten) < 0) {
      throw new IllegalArgumentException("a count is negative");
    }
    if (read != accepted + rejected) {
      throw new IllegalArgumentException(
          "counts do not add up: read %d, accepted %d + rejected %d"
              .formatted(read, accepted, rejected));
    }
  }

  public Counts plus(Counts other) {
    return new Counts(
        read + other.read,
        blank + other.blank,
        accepted + other.accepted,
        rejected + other.rejected,
        deletions + other.deletions,
        rows + other.rows,
        bytesRead + other.bytesRead,
        bytesWritten + other.bytesWritten);
  }
}
