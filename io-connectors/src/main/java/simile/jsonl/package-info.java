/**
 * JSON lines: reading them from anywhere in a file, and writing them by partition.
 *
 * <h2>Input</h2>
 *
 * <p>A line ends at LF or at the end of the input. A byte order mark at the start of a file and one
 * CR before LF are framing, and no part of the line. A split owns the lines whose first byte lies
 * in it.
 *
 * <h2>Output</h2>
 *
 * <p>{@code jsonl/<key>=<value>/<segment>.jsonl}, one record a line, sorted by id, each line ending
 * in LF. Compressed files ({@code .jsonl.gz}, {@code .jsonl.zst}) are a sequence of independent
 * gzip members or zstd frames of about {@value simile.jsonl.BlockCompressor#BLOCK_BYTES}
 * uncompressed bytes, so that any tool reads them whole and Simile reads one row. How a value
 * becomes a folder's name: {@link simile.jsonl.PartitionFolder}.
 *
 * <p>May use: {@code files}, {@code record}, {@code segment} descriptors. Used by: {@code
 * segment.write}, {@code store}.
 */
package simile.jsonl;
