package simile.jobs.watch;

import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import simile.contract.Contract;
import simile.contract.ContractException;
import simile.files.StoreFiles;
import simile.jobs.ContractChoice;
import simile.log.CollectionKey;
import simile.log.State;

/** Which contract a stream's next window obeys. */
sealed interface ContractInForce extends Serializable {

  Contract on(State read, CollectionKey key, StoreFiles files) throws IOException;

  /** The one that the stream was given, read when it was submitted. */
  record Given(Contract contract) implements ContractInForce {
    @Override
    public Contract on(State read, CollectionKey key, StoreFiles files) {
      return contract;
    }
  }

  /** The one that the store has by then, else the built-in one. */
  record OfStore() implements ContractInForce {
    @Override
    public Contract on(State read, CollectionKey key, StoreFiles files) throws IOException {
      try {
        return ContractChoice.of(
            Optional.empty(), key, read.collection(key), files, Optional.empty());
      } catch (ContractException e) {
        throw new IOException(
            "the store's contract of " + key + " is broken: " + e.getMessage(), e);
      }
    }
  }
}
