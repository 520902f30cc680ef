package simile.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import simile.contract.BuiltInContracts;
import simile.contract.Contract;
import simile.contract.ContractCompatibility;
import simile.contract.ContractException;
import simile.contract.ContractParser;
import simile.files.StoreFiles;
import simile.ingest.IncompatibleContractException;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.ContractRef;
import simile.record.Schema;

/**
 * Which contract a run obeys: the file it was given, else the one that the store has, else the
 * built-in one.
 */
public final class ContractChoice {
  private ContractChoice() {}

  /**
   * Chooses.
   *
   * @throws ContractException if the file is broken
   * @throws RefusedException if there is none, or it is another collection's
   * @throws IncompatibleContractException if it does not fit what is stored
   */
  static Contract of(
      Optional<String> file, CollectionKey key, Optional<CollectionState> stored, StoreFiles files)
      throws IOException, ContractException {
    return of(file, key, stored, files, Optional.empty());
  }

  /**
   * As {@link #of(Optional, CollectionKey, Optional, StoreFiles)}.
   *
   * @param brought a contract that came with the input; counts before the built-in one
   */
  public static Contract of(
      Optional<String> file,
      CollectionKey key,
      Optional<CollectionState> stored,
      StoreFiles files,
      Optional<Contract> brought)
      throws IOException, ContractException {
    String collection = key.collection();
    Contract contract;
    if (file.isPresent()) {
      contract = ContractParser.parse(file.get(), read(file.get()));
    } else if (stored.isPresent()) {
      ContractRef ref = stored.get().contract();
      contract = ContractParser.parse(ref.path(), files.read(ref.path()));
    } else if (brought.isPresent()) {
      contract = brought.get();
    } else {
      contract = BuiltInContracts.find(collection).orElseThrow(() -> none(collection));
    }
    if (!contract.name().equals(collection)) {
      throw new RefusedException(
          "contract %s is for collection '%s', not '%s'; use --collection %s"
              .formatted(contract.file(), contract.name(), collection, contract.name()));
    }
    if (stored.isPresent()) {
      IncompatibleContractException.require(key, stored.get().schema(), contract);
      if (brought.isPresent()) {
        requireKin(key, contract, stored.get().schema(), brought.get());
      }
    }
    return contract;
  }

  /** One of the two must be able to follow the other, so that neither misreads the records. */
  private static void requireKin(
      CollectionKey key, Contract chosen, Schema stored, Contract brought) {
    List<String> reasons = ContractCompatibility.check(stored, brought);
    if (!reasons.isEmpty() && !ContractCompatibility.check(brought.schema(), chosen).isEmpty()) {
      throw new RefusedException(
          "the contract that comes with the input does not fit what %s/%s already holds: %s; nothing was done, so import into another --context"
              .formatted(key.context(), key.collection(), String.join("; ", reasons)));
    }
  }

  /** A contract's file. @throws RefusedException if there is none */
  public static byte[] read(String file) throws IOException {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new RefusedException("there is no contract file '" + file + "'; check the path");
    }
    return Files.readAllBytes(path);
  }

  private static RefusedException none(String collection) {
    return new RefusedException(
        "collection '"
            + collection
            + "' has no contract yet; give one with --contract FILE, or use one of "
            + BuiltInContracts.names());
  }
}
