package simile.input;

import java.io.Serializable;

/**
 * Enough to notice that a file changed.
 *
 * @param bytes its size
 * @param tag its time of change or version, in whatever form its place gives; may be empty
 */
public record FileStamp(long bytes, String tag) implements Serializable {}
