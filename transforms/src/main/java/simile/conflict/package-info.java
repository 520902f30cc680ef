/**
 * Conflicts: incoming records whose ids have a live record with other bytes, or another vector, and
 * deletions of live records.
 *
 * <p>{@link simile.conflict.ConflictJudge} compares a batch with what a version of the store holds,
 * and says of each row whether it is written, left out, or written in another form: merged field by
 * field, where the contract says so ({@link simile.conflict.FieldMerge}). It writes nothing itself.
 *
 * <p>May use: contracts, {@code merge}, {@code jsonl}, {@code record}. Used by: ingest, imports.
 */
package simile.conflict;
