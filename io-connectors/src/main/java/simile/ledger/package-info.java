/**
 * Which versions of files a collection's ingests have taken in, as the log says.
 *
 * <p>The entries of the log list their inputs; a {@link simile.ledger.InputLedger} is the sum of
 * those lists for one collection, kept so that a watcher need not read the whole log at each look.
 * A version of a file is its URI, size and tag; see {@link simile.ledger.FileVersion}.
 *
 * <p>What a ledger holds is put beside the log from time to time, as {@code
 * _log/inputs/<context>/<collection>/<version>.txt}. Such a file is derived: it may be missing or
 * damaged, can be deleted, and is passed over if it does not belong to the log. It is text in
 * ASCII:
 *
 * <pre>
 * simile-inputs 1 &lt;version&gt; &lt;SHA-256 of that entry's parent, a space, and its token&gt;
 * &lt;32 hexadecimal digits&gt; 0                  a version of a file that was ingested
 * &lt;32 hexadecimal digits&gt; &lt;n&gt; &lt;judge&gt;          one that was in a failed window of n files
 * sha256 &lt;64 hexadecimal digits&gt;              of all lines before
 * </pre>
 *
 * <p>May use: {@code simile.files}, {@code simile.log}. Used by: {@code simile.watch}.
 */
package simile.ledger;
