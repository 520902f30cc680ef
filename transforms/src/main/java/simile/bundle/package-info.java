/**
 * A bundle: one context of a store as a folder, or as a {@code .tar} of it, that describes itself
 * and can be read without Simile. This page is the format's specification, version 1.
 *
 * <h2>Files</h2>
 *
 * <pre>
 * bundle.json                                what is in it; written last
 * README.md                                  a data card, see {@link simile.bundle.card}
 * croissant.json                             the same for data tools, see {@link simile.bundle.croissant}
 * contracts/&lt;collection&gt;.odcs.yaml           the contract, byte for byte
 * data/&lt;collection&gt;/part-….jsonl             records without vectors, as stored, by id
 * embeddings/&lt;collection&gt;.npz                arrays ids and embeddings, where there are vectors
 * models/…                                   bytes, never opened
 * history/commits.jsonl                      log entries of the context, oldest first
 * </pre>
 *
 * <p>Paths are relative, joined by {@code /}, and have at most {@value
 * simile.bundle.BundlePaths#MAX_BYTES} bytes; no two differ only in case. Nothing in a bundle says
 * when or by which run it was made, so that one version makes one bundle.
 *
 * <h2>bundle.json</h2>
 *
 * <p>One JSON object in UTF-8. Unknown fields are ignored; fields marked "?" may be missing.
 *
 * <pre>
 * format          {name: "simile-bundle", version: 1}
 * context         the context that it holds
 * store_version   the version of the store that was read
 * committed_at    when that version was committed
 * license         an identifier in lower case, such as "cc0-1.0"; "unknown"
 * collections     [{name, records, vectors, dimension?, contract: {id, version, sha256}}], by name
 * history         {entries}: how many log entries history/commits.jsonl has
 * total_bytes     the sum of the files' bytes
 * files           [{path, bytes, sha256}]: every other file, by path
 * </pre>
 *
 * <p>A file that it does not name is no part of the bundle and makes readers refuse it. A new field
 * that a reader must not ignore raises the version.
 *
 * <p>May use: {@code simile.contract}, {@code simile.json}, {@code simile.files}, {@code
 * simile.layout}. Used by: export, import. Knows no Beam.
 */
package simile.bundle;
