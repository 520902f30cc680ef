/**
 * Continuous ingest: a stream of windows, each an ingest of the files that came since the one
 * before. See {@code docs/adr/0013-continuous-ingest.md}: that each version of a file is committed
 * once follows from the log alone, see {@link simile.watch.OnceOnly}.
 *
 * <p>{@link simile.watch.Watcher} looks and plans, {@link simile.watch.WindowCommitter} ends a
 * window; both are plain Java. {@link simile.watch.WatchFolder} and {@link
 * simile.watch.IngestWindows} wire them into Beam.
 *
 * <p>May use: {@code simile.ingest}, {@code simile.ledger}, {@code simile.connectors}, Beam. Used
 * by: the jobs.
 */
package simile.watch;
