package simile.watch;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import simile.files.StoreFiles;
import simile.ingest.CollectionPlan;
import simile.input.SourceFile;
import simile.log.State;

/** Plans what becomes of a window's files, as a batch would. */
public interface WindowPlanner extends Serializable {

  /**
   * What holds for windows that are planned from a version.
   *
   * @param read that version
   * @param files the store's
   * @throws simile.ingest.IncompatibleContractException if the contract does not fit what is stored
   */
  Basis on(State read, StoreFiles files) throws IOException;

  /** Plans windows from one version. */
  interface Basis {

    /**
     * The digest of all that decides which records are accepted: the contract, the gate and so on.
     */
    String judge();

    /**
     * What the collection does with these files.
     *
     * @throws simile.input.InputException if one that had to be looked into cannot be read
     * @throws simile.input.InputChangedException if it is another by now
     */
    CollectionPlan plan(List<SourceFile> window) throws IOException;

    /**
     * The same without a look into any: which files there are, for a window that cannot be done.
     */
    CollectionPlan unread(List<SourceFile> window) throws IOException;
  }
}
