package simile.ingest;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import simile.contract.Contract;
import simile.files.StoreFiles;
import simile.layout.Layout;
import simile.log.Change;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.CommitCheck;
import simile.log.ContractRef;
import simile.log.State;
import simile.record.Schema;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.Segment;

/** What a run does to its collection, given what the store holds. */
final class CollectionChange {
  private final CollectionPlan plan;
  private final StoreFiles files;
  private final Contract contract;

  CollectionChange(CollectionPlan plan, StoreFiles files) {
    this.plan = plan;
    this.files = files;
    this.contract = plan.contract();
  }

  /**
   * A change made from one version.
   *
   * @param version that version
   * @param change the change
   * @param check refuses it where a later commit gave the collection another schema
   */
  record Based(long version, Change change, CommitCheck check) {}

  /**
   * Makes the change.
   *
   * @throws IncompatibleContractException if the collection's schema does not fit the contract
   */
  Based on(State state, List<Segment> segments) throws IOException {
    CollectionKey key = plan.key();
    Optional<CollectionState> stored = state.collection(key);
    OptionalInt storedDimension =
        stored.map(s -> s.schema().dimension()).orElse(OptionalInt.empty());
    Schema schema = contract.schema().withDimension(dimension(storedDimension));
    if (stored.isPresent()) {
      IncompatibleContractException.require(key, stored.get().schema(), contract);
    }
    String sha256 = contract.sha256();
    String path =
        "%s/%s.odcs.yaml"
            .formatted(Layout.contracts(key.context(), key.collection()), sha256.substring(0, 16));
    ContractRef ref = new ContractRef(contract.id(), contract.version(), sha256, path);
    boolean known = stored.map(s -> s.contract().equals(ref)).orElse(false);
    List<DataFile> beside = known ? List.of() : List.of(keepContract(path));
    Change change =
        new Change(
            key.context(), key.collection(), ref, schema, segments, List.of(), List.of(), beside);
    return new Based(state.version(), change, since -> schemaChanged(since, key, schema));
  }

  private OptionalInt dimension(OptionalInt stored) {
    return plan.dimension() < 0 ? stored : OptionalInt.of(plan.dimension());
  }

  private static Optional<String> schemaChanged(
      List<Commit> since, CollectionKey key, Schema schema) {
    return since.stream()
        .flatMap(commit -> commit.changes().stream())
        .filter(change -> change.key().equals(key) && !change.schema().equals(schema))
        .findFirst()
        .map(change -> "the schema of " + key + " changed meanwhile");
  }

  /** Keeps a copy of the contract in the store; two runs with one contract write the same bytes. */
  private DataFile keepContract(String path) throws IOException {
    byte[] yaml = contract.source();
    if (!files.putIfAbsent(path, yaml) && !Arrays.equals(files.read(path), yaml)) {
      throw new IOException(path + " is there already, with other bytes");
    }
    files.syncFolders(Set.of(path.substring(0, path.lastIndexOf('/'))));
    return DataFile.of(FileKind.CONTRACT, path, 0, yaml.length, contract.sha256());
  }
}
