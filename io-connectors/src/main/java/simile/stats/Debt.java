package simile.stats;

/**
 * What a full compaction would do.
 *
 * @param rewriteBytes of the segments that overlap another, or hold rows or tombstones that can go
 * @param freeBytes how much less its result would take, estimated by the share of dead entries in
 *     each segment
 * @param segmentsTooMany how many fewer segments there would be, at {@link
 *     simile.segment.SegmentSize#TARGET_BYTES} each
 */
public record Debt(long rewriteBytes, long freeBytes, long segmentsTooMany) {}
