package simile.tar;

/**
 * A regular file in an archive.
 *
 * @param name its path, names joined by {@code /}; checked by {@link TarReader}
 * @param offset where its bytes begin in the archive
 * @param bytes how many there are
 */
public record TarEntry(String name, long offset, long bytes) {}
