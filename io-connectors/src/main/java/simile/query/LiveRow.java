package simile.query;

/**
 * The newest entry of an id, a record.
 *
 * @param id the record's id
 * @param commit the version that wrote it
 * @param source the segment that holds it
 * @param file the index of its JSONL file in the segment's key file
 * @param offset where it starts there, in uncompressed bytes
 * @param length its bytes
 * @param crc32c their CRC-32C
 * @param vector the index of its vector in the segment's NPZ, or -1
 */
record LiveRow(
    String id,
    long commit,
    SegmentSource source,
    int file,
    long offset,
    int length,
    int crc32c,
    long vector) {}
