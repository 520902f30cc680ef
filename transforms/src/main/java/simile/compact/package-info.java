/**
 * Compaction: segments are merged by id, and what nobody can see any more is left out.
 *
 * <h2>Steps</h2>
 *
 * <p>{@link simile.compact.CompactionPlanner} finds groups of segments, by {@link
 * simile.compact.CompactionRules}, and cuts the ids of each into ranges. {@link
 * simile.compact.RangeCompactor} turns a range into about one segment. {@link
 * simile.compact.GroupCommitter} replaces a group's segments by one entry of the log. All three are
 * plain classes; {@link simile.compact.CompactRanges} and {@link simile.compact.CommitGroups} only
 * wire them.
 *
 * <h2>What is kept</h2>
 *
 * <p>Of each id the latest entry of the group, with its commit and position. So nothing that is
 * outside of the group, and nothing that is committed later, changes its place in the order: a row
 * that is older than one outside stays hidden by it, and a deletion by criteria that read an
 * earlier version hides what it would have hidden.
 *
 * <p>A deletion is dropped if no live segment outside the group has its id in its range of ids, as
 * of the version V that was planned from: then nothing older than it is live. Why nothing older can
 * become live between V and the commit:
 *
 * <ul>
 *   <li>Ingests and undeletes write fresh rows, whose commit is later than V. Deletions are no
 *       rows.
 *   <li>Another compaction, or a repair, writes rows that its inputs had. Was it committed up to V,
 *       its output was looked at. Is it committed later, its inputs were live at V, and were looked
 *       at; if they were the group's own, one of the two is refused.
 *   <li>A rollback brings segments back with the commits that they had. Whatever it brings, the
 *       group yields if there was one since V.
 * </ul>
 *
 * <p>A rollback after the commit sets the collection to exactly the segments of its version, among
 * which the group's output is not.
 *
 * <p>May use: {@code contract}, {@code ingest} (its checks of segments), the store's core; Beam in
 * transforms and their functions. Used by: the jobs.
 */
package simile.compact;
