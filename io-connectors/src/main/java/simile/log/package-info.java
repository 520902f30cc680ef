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
 *   operation           "ingest" | "audit" | "fence"; any other means a newer format
 *   run_id, token       text
 *   arguments_sha256    of the run's arguments in canonical form; "" for fences
 *   parent              SHA-256 of all bytes of the entry before; "" for version 1
 *   committed_at        time; never earlier than the parent's
 *   changes             [change]; only an ingest has any
 *   audit               [file]: what was rejected
 *   counts              {read, blank, accepted, rejected, deletions, rows, bytes_read, bytes_written},
 *                       read = accepted + rejected
 *   violations_by_rule  {rule id: records}
 *   warnings_by_rule    {rule id: records}
 *   inputs              [{uri, bytes (-1: unknown), tag?}]
 *   details             {name: text}
 *   checksum            last
 *
 * change:    {context, collection, contract, schema, adds: [segment], removes: [segment name], files: [file]}
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
 *   tokens, runs        {token or run id: {version, operation}}
 *   checksum            last
 * </pre>
 *
 * <h2>Meaning</h2>
 *
 * <p>Entries are replayed in order. A change sets its collection's contract and schema (a
 * dimension, once set, stays; each collection is named once), takes away the segments it removes,
 * which must be live, and adds its own, with the entry's version as their commit. A file that no
 * entry names does not exist.
 *
 * <p>An ingest or a fence settles its run and its token: neither can settle anything again, and a
 * later attempt adopts the entry, after making the folder's names durable. An audit settles
 * nothing. A fence that meets its run's commit, or a commit that meets its run's fence, is refused.
 *
 * <p>A checkpoint counts only if its checksum is right and its version's entry has the hash that it
 * names; else an older one is taken, or the log is replayed from its first entry. A checkpoint
 * ahead of the newest entry means that entries were lost.
 *
 * <p>A later version that adds an operation, or a field that a reader must not ignore, raises the
 * format's version or names a required feature.
 *
 * <p>May use: {@code simile.files}, {@code simile.json}, {@code simile.record}, {@code
 * simile.segment}. Used by: the store and the pipelines.
 */
package simile.log;
