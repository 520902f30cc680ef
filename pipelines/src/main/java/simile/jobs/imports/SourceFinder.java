package simile.jobs.imports;

import java.io.IOException;
import java.util.Optional;
import simile.contract.ContractException;

/** Knows one kind of input. */
@FunctionalInterface
public interface SourceFinder {

  /**
   * Looks at an input as far as it takes to trust it.
   *
   * @param input as it was given; never {@code -}
   * @return empty if it is of another kind
   * @throws simile.foreign.ForeignFileException if it is of this kind, and damaged, unsafe or not
   *     understood
   * @throws ContractException if it brings a contract that is broken
   */
  Optional<ImportSource> find(String input) throws IOException, ContractException;
}
