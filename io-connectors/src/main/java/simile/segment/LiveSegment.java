package simile.segment;

/**
 * A segment that a version consists of.
 *
 * @param segment its files
 * @param commit the version that added it, which orders its fresh rows
 */
public record LiveSegment(Segment segment, long commit) {}
