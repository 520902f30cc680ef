/**
 * Backups, which are stores: the files of one version, and the log up to it, with an entry at its
 * end that gives up what was not copied. Restoring is the same copy in the other direction.
 *
 * <p>Copied are the files of the version's segments, every contract, and every audit file that an
 * entry names. {@code workflows/} and {@code models/} are not: the log tells what the runs did, and
 * no version names a model.
 *
 * <p>May use: {@code simile.files}, {@code simile.log}, {@code simile.segment}, {@code
 * simile.store}. Used by: the jobs.
 */
package simile.backup;
