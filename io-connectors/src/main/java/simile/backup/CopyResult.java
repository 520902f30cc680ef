package simile.backup;

/**
 * A finished copy.
 *
 * @param version the version that was copied
 * @param newest the copy's newest version, which holds the same
 * @param files how many files it has, without its log
 * @param bytes how large they are
 * @param copied how many of them were copied now, and not by an earlier attempt
 * @param already whether an earlier attempt had finished it
 */
public record CopyResult(
    long version, long newest, long files, long bytes, long copied, boolean already) {}
