/**
 * Giving versions up, and deleting what nothing needs any more.
 *
 * <p>A vacuum is an entry of the log first, and deletes after. What it deletes is decided by two
 * readings in this order: the folders, then the log. So a file that the log does not name is one of
 * a run that is settled, which can never name it; of a run that lives, which keeps it; or of a dead
 * run, which is fenced before its files go. Contracts, and the audit files that an entry names,
 * stay as long as the log; {@code workflows/}, {@code models/}, and what no run can have made are
 * never touched, but for what workers told of runs that are over.
 *
 * <p>May use: {@code simile.files}, {@code simile.layout}, {@code simile.log}, {@code
 * simile.segment}, {@code simile.store}, {@code simile.workflow}. Used by: the jobs.
 */
package simile.vacuum;
