/**
 * Exports of one version of a collection: its ids are cut into parts, each part becomes a file (or
 * one a partition), and all are published at once. Nothing looks complete until it is.
 *
 * <h2>The folder of an export</h2>
 *
 * <pre>
 * part-00000-of-00004.jsonl                      with --partition-by below key=value/
 * _contract.odcs.yaml                            the contract that the records obey
 * _manifest.json                                 written last: what is in the folder, see ExportManifest
 * _unfinished/&lt;run&gt;/                             gone once the manifest is there
 *   claim.json                                   written first: whose run it is, see OutputClaim
 *   part-00003-&lt;attempt&gt;.jsonl                   what an attempt at a part made
 *   publication.json                             names that are about to be made or removed
 * </pre>
 *
 * <p>An output that is a file is made in {@code .<name>.unfinished/<run>/} beside it, and renamed.
 *
 * <p>A runner may run a part, and the end, more than once: one attempt of each part is taken, and
 * an end that finds its own manifest does nothing. A run that was killed is not continued: the next
 * one deletes what it left, which {@code publication.json} names, and starts again. What has
 * neither that nor a claim is not an export's, except for parts of attempts that came late, and
 * stays.
 *
 * <p>May use: the store, {@code simile.contract}, {@code simile.ingest}'s progress, {@code
 * simile.run}, connectors. Used by: the export job.
 */
package simile.export;
