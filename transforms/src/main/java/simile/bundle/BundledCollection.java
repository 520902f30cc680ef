package simile.bundle;

import java.util.OptionalInt;
import simile.layout.Names;

/**
 * A collection of a bundle.
 *
 * @param name the collection's name
 * @param records how many live records it has
 * @param vectors how many of them have a vector
 * @param dimension the length of each vector; empty where the collection never had one
 * @param contract which contract its records were checked against
 */
public record BundledCollection(
    String name, long records, long vectors, OptionalInt dimension, ContractLabel contract) {

  /**
   * What a contract says of itself, and the hash of its file.
   *
   * @param id the contract's id
   * @param version its version
   * @param sha256 of the file's bytes
   */
  public record ContractLabel(String id, String version, String sha256) {}

  public BundledCollection {
    Names.requireCollection(name);
    if (records < 0 || vectors < 0 || vectors > records) {
      throw new IllegalArgumentException(
          "'%s' cannot have %d vectors for %d records".formatted(name, vectors, records));
    }
    if (vectors > 0 && dimension.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' has vectors and no dimension; expected how many numbers each has".formatted(name));
    }
  }

  /** The same with so many vectors. */
  public BundledCollection withVectors(long count) {
    return new BundledCollection(name, records, count, dimension, contract);
  }
}
