/**
 * The format's own words: the footer and the headers of pages, which are structs of Thrift's
 * compact protocol, and the tree of a schema. Everything that is read here may come from a
 * stranger: it is bounded before memory is taken, and refused by name where it cannot be true.
 *
 * <p>May use: {@code parquet}. Used by: {@code parquet.read}, {@code parquet.write}.
 */
package simile.parquet.format;
