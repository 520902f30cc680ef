/**
 * Vectors by id, as NumPy reads them: a ZIP of two {@code .npy} arrays.
 *
 * <h2>The bytes</h2>
 *
 * A ZIP whose members are stored (method 0), in this order, dated 1980-01-01 so that equal rows
 * make equal files. CRC-32 and sizes are in the local headers; ZIP64 fields appear only where a
 * size, an offset or a count needs them.
 *
 * <table>
 *   <caption>Members</caption>
 *   <tr><th>name</th><th>dtype</th><th>shape</th><th>content</th></tr>
 *   <tr><td>{@code ids.npy}</td><td>{@code <U}<i>w</i></td><td>{@code (n,)}</td>
 *     <td>UTF-32LE, padded with zeros to the longest id's <i>w</i> code points</td></tr>
 *   <tr><td>{@code embeddings.npy}</td><td>{@code <f4}</td><td>{@code (n, d)}</td>
 *     <td>IEEE 754 little-endian, C order; row <i>i</i> belongs to id <i>i</i></td></tr>
 * </table>
 *
 * <p>A member starts with the magic {@code \x93NUMPY}, the version (1.0; 2.0 where the header is
 * longer than 65,535 bytes), the header's length (2 or 4 bytes, little-endian) and the header, a
 * Python dict literal padded with spaces and ended by a line feed so that the data starts at a
 * multiple of 64. Ids ascend as unsigned UTF-8 bytes (the order of code points), are unique, and
 * never hold U+0000. {@code numpy.load(path, allow_pickle=False)} reads the file.
 *
 * <p>Beside a segment's {@code .npz} lies {@code .metadata.json}: {@code count}, {@code dimension},
 * {@code dtype}, {@code order}, {@code ids_sha256} and {@code embeddings_sha256} (of the arrays'
 * data without their headers: {@code sha256(a.tobytes())}), {@code npz_sha256} (of the whole file)
 * and, where known, {@code model}.
 *
 * <p>What is written is narrow, what is read is wide: {@link simile.npz.NpzReader} says what it
 * takes from strangers, and refuses everything else before it allocates.
 *
 * <p>May use: {@code files}, {@code record}, {@code segment}. Used by: ingest, the store,
 * connectors.
 */
package simile.npz;
