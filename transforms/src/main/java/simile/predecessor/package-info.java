/**
 * Stores of the system that Simile succeeds, read as lines of JSON and as runs of the past.
 *
 * <h2>What it has, and what becomes of it</h2>
 *
 * <pre>
 * contexts/&lt;context&gt;/analogies.jsonl        records {type: "analogy", id, …} and tombstones {type: "deletion",
 *                                          target_id, deleted_at}, appended: taken as they are, in their order
 * contexts/&lt;context&gt;/concepts.sqlite        tables analogies, frames, concepts; a row with deleted_at is deleted
 * contexts/&lt;context&gt;/embeddings.npz         arrays concept_ids and embeddings, deflated; also below embeddings/
 * workflows/&lt;kind&gt;/workflow_&lt;id&gt;.json        runs, with a status in lower case
 * </pre>
 *
 * <p>The table {@code analogies} copies the JSONL, but it misses what came to the file alone, and
 * has what a lost or compacted file lacks. So its rows come first, then the lines, of which the
 * later counts, then a deletion for each row that is marked deleted: the file decides what a record
 * is, the table fills gaps, and what either deleted last stays so.
 *
 * <p>Times without an offset are UTC there (SQLite's {@code CURRENT_TIMESTAMP}), and get one.
 * Columns of JSON become JSON; {@code NULL} is a lack; {@code version} stays a field. Vectors are
 * rounded to 32 bits. A vector whose concept is not there becomes a record without a name, so that
 * the contract rejects it and the audit keeps it. Runs that did not end there are shown as
 * cancelled: nothing will ever end them.
 *
 * <p>May use: {@code simile.foreign}, {@code simile.npz}, {@code simile.workflow}, {@code
 * simile.json}. Used by: import.
 */
package simile.predecessor;
