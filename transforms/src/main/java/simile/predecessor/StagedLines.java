package simile.predecessor;

import java.nio.file.Path;

/**
 * A file of lines, made ready or as it was.
 *
 * @param path where it is
 * @param name how people know it
 */
public record StagedLines(Path path, String name) {}
