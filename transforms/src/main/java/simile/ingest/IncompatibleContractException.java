package simile.ingest;

import java.util.List;
import simile.log.CollectionKey;
import simile.log.CommitConflictException;

/**
 * A contract would change how a collection is stored in a way that its older segments do not fit.
 */
public final class IncompatibleContractException extends CommitConflictException {
  private static final long serialVersionUID = 1L;

  public IncompatibleContractException(CollectionKey collection, List<String> reasons) {
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
