package simile.parquet.read;

/**
 * A page that is ready to be read.
 *
 * @param entries how many values it has, nulls included
 */
record Page(
    int entries, HybridDecoder repetitions, HybridDecoder definitions, ValueDecoder values) {}
