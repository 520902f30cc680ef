package simile.segment.write;

import java.io.Serializable;
import simile.jsonl.Compression;

/**
 * How segments are written.
 *
 * @param compression of JSONL files
 * @param sqlite whether SQLite shards are written; JSONL, NPZ and keys always are
 */
public record SegmentOptions(Compression compression, boolean sqlite) implements Serializable {}
