package simile.parquet.format;

import java.util.Optional;

/**
 * Where a column of a row group lies.
 *
 * @param values how many entries it has, nulls included
 * @param start the file's byte at which its first page starts
 * @param bytes its length in the file
 * @param crc the CRC-32 of its bytes, where its writer says it
 */
public record ColumnChunk(
    Codec codec, long values, long start, long bytes, Optional<Integer> crc) {}
