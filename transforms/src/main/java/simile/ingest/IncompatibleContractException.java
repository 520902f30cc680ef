package simile.ingest;

import java.util.List;
import simile.contract.Contract;
import simile.contract.ContractCompatibility;
import simile.log.CollectionKey;
import simile.log.CommitConflictException;
import simile.record.Schema;

/**
 * A contract would change how a collection is stored in a way that its older segments do not fit.
 */
public final class IncompatibleContractException extends CommitConflictException {
  private static final long serialVersionUID = 1L;

  /** Refuses a contract that does not fit what is stored. */
  public static void require(CollectionKey collection, Schema stored, Contract next)
      throws IncompatibleContractException {
    List<String> reasons = ContractCompatibility.check(stored, next);
    if (!reasons.isEmpty()) {
      throw new IncompatibleContractException(collection, reasons);
    }
  }

  private IncompatibleContractException(CollectionKey collection, List<String> reasons) {
    super(
        "the contract does not fit what "
            + collection.context()
            + "/"
            + collection.collection()
            + " already holds: "
            + String.join("; ", reasons)
            + ". Nothing was committed; keep the fields as they are, or use another collection");
  }
}
