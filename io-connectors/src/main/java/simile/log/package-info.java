/**
 * The commit log: the only authority on what a store holds. This page is the format's
 * specification, version 1.
 *
 * <h2>Files</h2>
 *
 * <pre>
 * _log/00000000000000000001.json              one entry each, from 1, without gaps, never rewritten
 * _log/checkpoint-00000000000000000032.json   derived; may be missing, damaged or deleted
 * </pre>
 *
 * <p>Versions have 20 decimal digits. Other names in the folder are passed over. An entry is
 * created by {@link simile.files.StoreFiles#putIfAbsent}, and that is the whole protocol.
 *
 * <h2>Bytes</h2>
 *
 * <p>Each file is one JSON object in UTF-8, without white space, then a line feed. Its last field
 * is {@code ,"checksum":"sha256:<64 hexadecimal digits>"}, over all bytes before that comma; its
 * form stays the same in all later format versions. A reader checks it first (else the file is
 * damaged), then {@code format} (else the store is newer), then the rest. The order of the other
 * fields means nothing; unknown fields are ignored; empty lists, and fields marked "?", may be
 * missing; no value is null. Counts and sizes are integers of 64 bits, digests lower-case
 * hexadecimal, times ISO-8601 in UTC, paths relative to the store's root as {@link
 * simile.files.StorePaths} allows.
 *
 * <pre>
 * entry:
 *   format              {name: "simile", version: 1, required_features: [text], written_by: text?}
 *   version             the number in the file's name
 *   operation           "ingest" | "delete" | "undelete" | "compact" | "rollback" | "repair" | "tag" |
 *                       "vacuum" | "audit" | "fence"; any other means a newer format
 *   run_id, token       text
 *   arguments_sha256    of the run's arguments in canonical form; "" for fences
 *   parent              SHA-256 of all bytes of the entry before; "" for version 1
 *   committed_at        time; never earlier than the parent's
 *   changes             [change]; none in a tag, vacuum, audit or fence
 *   retention           {oldest, tags: {name: version}}; in a tag and a vacuum, nowhere else
 *   audit               [file]: what was rejected
 *   counts              {read, blank, accepted, rejected, deletions, rows, bytes_read, bytes_written},
 *                       read = accepted + rejected
 *   violations_by_rule  {rule id: records}
 *   warnings_by_rule    {rule id: records}
 *   inputs              [{uri, bytes (-1: unknown), tag?}]
 *   details             {name: text}
 *   checksum            last
 *
 * change:    {context, collection, contract, schema, adds: [segment], restores: [segment and commit],
 *             removes: [segment name], files: [file]}
 * contract:  {id, version, sha256, path}
 * schema:    {collection, columns: [{name, type, stamped, indexed}], partition_by?, indexes: [[name]], dimension?}
 *            type: "text" | "real" | "integer" | "boolean" | "timestamp" | "json"
 * segment:   {name, rows, tombstones, min_id, max_id, files: [file], bounds: {column: {min, max, absent}}}
 *            min and max are doubles in their shortest decimal form
 * file:      {kind, path, rows, bytes, sha256, id_digest?, partition?}
 *            kind: "jsonl" | "sqlite" | "npz" | "npz_metadata" | "keys" | "tombstones" | "audit" | "contract"
 *
 * checkpoint:
 *   format, version     as above
 *   entry_sha256        SHA-256 of all bytes of that version's entry
 *   collections         [{context, collection, contract, schema, segments: [segment and commit]}]
 *   retention           as in an entry; nothing was given up if it is missing
 *   tokens, runs        {token or run id: {version, operation}}
 *   checksum            last
 * </pre>
 *
 * <h2>Meaning</h2>
 *
 * <p>Entries are replayed in order. A change sets its collection's contract and schema (a
 * dimension, once set, stays; each collection is named once), takes away the segments it removes,
 * which must be live, and adds its own, with the entry's version as their commit; those that it
 * restores keep the commit that they come with. A file that no entry names does not exist.
 *
 * <p>Retention stays until an entry brings another. Files that only versions before {@code oldest}
 * need, and no tagged version, may be gone; {@code oldest} never falls.
 *
 * <p>Every entry but an audit settles its token, and every entry but an audit or a compaction
 * settles its run: neither can settle anything again, and a later attempt adopts the entry, after
 * making the folder's names durable. A compaction commits each group of segments by itself, under a
 * token of its own, until its run is fenced. A fence that meets its run's commit, or a commit that
 * meets its run's fence, is refused.
 *
 * <h2>Required features</h2>
 *
 * <p>{@code restored_segments}: an entry has {@code restores}. {@code retention}: an entry or a
 * checkpoint has {@code retention}, of a checkpoint only if anything was given up or tagged. A
 * reader that does not know a feature refuses the file.
 *
 * <p>A checkpoint counts only if its checksum is right and its version's entry has the hash that it
 * names; else an older one is taken, or the log is replayed from its first entry. A checkpoint
 * ahead of the newest entry means that entries were lost. Of the checkpoints before the two newest
 * most are deleted.
 *
 * <p>A later version that adds an operation, or a field that a reader must not ignore, raises the
 * format's version or names a required feature.
 *
 * <p>May use: {@code simile.files}, {@code simile.json}, {@code simile.record}, {@code
 * simile.segment}. Used by: the store and the pipelines.
 */
package simile.log;
