package simile.log;

import simile.record.Schema;
import simile.segment.LiveSegment;

/**
 * A segment that a kept version needs.
 *
 * @param key its collection
 * @param schema of the entry that wrote it
 * @param live the segment
 * @param isLive whether the newest version has it; else only older ones do
 */
public record KeptSegment(CollectionKey key, Schema schema, LiveSegment live, boolean isLive) {}
