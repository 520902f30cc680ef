/**
 * What a run read and wrote, told to a lineage service in the words of OpenLineage (specification
 * 2-0-2): a START event, then a COMPLETE, ABORT or FAIL event of the same run, each one JSON
 * object.
 *
 * <p>{@link simile.lineage.LineageTarget} says where events go, {@link simile.lineage.Lineage}
 * sends them and never fails, {@link simile.lineage.LineageJson} writes them.
 *
 * <p>May use: Jackson and the JDK. Used by: the jobs.
 */
package simile.lineage;
