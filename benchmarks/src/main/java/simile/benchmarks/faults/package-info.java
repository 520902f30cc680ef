/**
 * What becomes of Beam's own file output when a task manager is killed: {@link
 * simile.benchmarks.rivals.NaiveBeam} on the session cluster, killed at moments that are held as in
 * Simile's own trials, and its lines counted afterwards. It shows a difference, and nothing that
 * can fail.
 *
 * <p>It lies here, and not beside those trials, since a rival is no part of a build: tests of the
 * launcher need nothing of the benchmarks, and both take cluster and signals from the testkit. May
 * use: {@code generate}, {@code rivals}, the testkit's processes. Used by: {@code benchmarks/run
 * --faults}.
 */
package simile.benchmarks.faults;
