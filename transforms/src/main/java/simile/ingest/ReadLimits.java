package simile.ingest;

import java.io.Serializable;

/**
 * How much of the input is held at once.
 *
 * @param maxLineBytes the longest line that is no violation
 * @param slabBytes about how much input becomes one segment
 */
public record ReadLimits(int maxLineBytes, int slabBytes) implements Serializable {}
