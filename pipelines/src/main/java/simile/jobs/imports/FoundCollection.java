package simile.jobs.imports;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.contract.Contract;
import simile.input.SourceFile;

/**
 * What an input holds for one collection.
 *
 * @param collection its name; empty if the input does not say
 * @param contract what its records obey, where the input brings a contract; it counts only if the
 *     store has none for the collection
 * @param files its records, in order, each of a known format
 * @param dimension of its vectors as the input says, whether it brings any or not
 * @param vectors an NPZ that brings vectors for these records by id, as a Beam file name
 */
public record FoundCollection(
    Optional<String> collection,
    Optional<Contract> contract,
    List<SourceFile> files,
    OptionalInt dimension,
    Optional<String> vectors) {

  public FoundCollection {
    files = List.copyOf(files);
  }

  /** Files that do not say what they are for. */
  public static FoundCollection of(List<SourceFile> files) {
    return new FoundCollection(
        Optional.empty(), Optional.empty(), files, OptionalInt.empty(), Optional.empty());
  }
}
