package simile.parquet.format;

/**
 * Where a column of a row group lies.
 *
 * @param values how many entries it has, nulls included
 * @param start the file's byte at which its first page starts
 * @param bytes its length in the file
 */
public record ColumnChunk(Codec codec, long values, long start, long bytes) {}
