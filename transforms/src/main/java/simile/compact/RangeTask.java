package simile.compact;

import java.io.Serializable;

/**
 * A range of a group, to be compacted.
 *
 * @param group the group's number
 * @param range the range's index in the group
 */
public record RangeTask(int group, int range) implements Serializable {}
