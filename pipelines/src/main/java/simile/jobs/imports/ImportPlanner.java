package simile.jobs.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import simile.connectors.LocalCopy;
import simile.contract.Contract;
import simile.contract.ContractException;
import simile.contract.ContractParser;
import simile.files.StoreFiles;
import simile.foreign.ForeignFiles;
import simile.ingest.CollectionPlan;
import simile.ingest.Merging;
import simile.input.FileFormat;
import simile.input.SourceFile;
import simile.input.Split;
import simile.input.SplitPlanner;
import simile.jobs.ContractChoice;
import simile.jobs.RefusedException;
import simile.layout.Names;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.State;

/** Makes of what was found what is done to each collection, given what the store holds. */
final class ImportPlanner {
  private final ImportArgs args;
  private final ForeignFiles looking;

  ImportPlanner(ImportArgs args, ForeignFiles looking) {
    this.args = args;
    this.looking = looking;
  }

  /**
   * Plans.
   *
   * @throws RefusedException if what was found does not go together, or with the store
   * @throws simile.foreign.ForeignFileException if a file is damaged, or not plain data
   */
  List<CollectionPlan> plan(List<FoundCollection> found, State state, StoreFiles files)
      throws IOException, ContractException {
    Optional<Contract> given = given();
    Map<String, FoundCollection> byName = new LinkedHashMap<>();
    for (FoundCollection one : found) {
      byName.merge(name(one, given), one, ImportPlanner::join);
    }
    requireUsed(given, byName);
    List<CollectionPlan> plans = new ArrayList<>();
    int splits = 0;
    for (Map.Entry<String, FoundCollection> entry : byName.entrySet()) {
      boolean alone = byName.size() == 1;
      boolean isGiven = given.filter(c -> c.name().equals(entry.getKey())).isPresent();
      Optional<String> contract = alone || isGiven ? args.contract() : Optional.empty();
      requireOneVectors(entry.getValue(), alone);
      CollectionPlan plan = plan(entry.getKey(), entry.getValue(), contract, state, files, splits);
      plans.add(plan);
      splits += plan.splits().size();
    }
    return plans;
  }

  private CollectionPlan plan(
      String collection,
      FoundCollection found,
      Optional<String> file,
      State state,
      StoreFiles files,
      int firstSplit)
      throws IOException, ContractException {
    CollectionKey key = new CollectionKey(args.context(), collection);
    Optional<CollectionState> stored = state.collection(key);
    Contract contract = ContractChoice.of(file, key, stored, files, found.contract());
    for (SourceFile source : found.files()) {
      looking.require(source, collection);
      requireUseful(source);
    }
    List<Split> splits = SplitPlanner.plan(found.files(), args.limits().splitBytes(), firstSplit);
    Optional<String> vectors = args.embeddings().or(found::vectors);
    OptionalInt dimension =
        new ImportDimension(looking).of(contract, dimension(stored, found), vectors, splits);
    return new CollectionPlan(
        key,
        contract,
        dimension.orElse(-1),
        splits,
        args.limits().toRead(),
        args.segments(),
        vectors.map(LocalCopy::absolute).orElse(""),
        new Merging(args.strategy().mode(), state.version()));
  }

  /** The collection's; where it has none, what the input says. */
  private static OptionalInt dimension(Optional<CollectionState> stored, FoundCollection found) {
    OptionalInt own = stored.map(state -> state.schema().dimension()).orElse(OptionalInt.empty());
    return own.isPresent() ? own : found.dimension();
  }

  private Optional<Contract> given() throws IOException, ContractException {
    return args.contract().isEmpty()
        ? Optional.empty()
        : Optional.of(
            ContractParser.parse(
                args.contract().get(), ContractChoice.read(args.contract().get())));
  }

  private String name(FoundCollection found, Optional<Contract> given) {
    Optional<String> asked = args.collection();
    if (asked.isPresent()
        && found.collection().filter(name -> !name.equals(asked.get())).isPresent()) {
      throw new RefusedException(
          "the input holds '%s', not '%s'; leave --collection out"
              .formatted(found.collection().get(), asked.get()));
    }
    String name =
        found
            .collection()
            .or(() -> asked)
            .or(() -> given.map(Contract::name))
            .orElse(ImportArgs.DEFAULT_COLLECTION);
    return required(name);
  }

  private static String required(String name) {
    try {
      return Names.requireCollection(name);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(e.getMessage(), e);
    }
  }

  private void requireUsed(Optional<Contract> given, Map<String, FoundCollection> byName) {
    if (byName.size() > 1 && given.filter(c -> !byName.containsKey(c.name())).isPresent()) {
      throw new RefusedException(
          "contract %s is for '%s'; the input holds %s"
              .formatted(given.get().file(), given.get().name(), byName.keySet()));
    }
  }

  private static FoundCollection join(FoundCollection one, FoundCollection other) {
    List<SourceFile> files = new ArrayList<>(one.files());
    files.addAll(other.files());
    if (one.vectors().isPresent() && other.vectors().isPresent()) {
      throw new RefusedException(
          "two inputs bring vectors for the same records: %s and %s; import them one after the other"
              .formatted(one.vectors().get(), other.vectors().get()));
    }
    return new FoundCollection(
        one.collection().or(other::collection),
        one.contract().or(other::contract),
        files,
        one.dimension().isPresent() ? one.dimension() : other.dimension(),
        one.vectors().or(other::vectors));
  }

  private void requireOneVectors(FoundCollection found, boolean alone) {
    if (args.embeddings().isPresent() && (!alone || found.vectors().isPresent())) {
      throw new RefusedException(
          "--embeddings goes with records of one collection that have no vectors yet; leave it out");
    }
  }

  /** Vectors are for records that are there, and those would all be skipped. */
  private void requireUseful(SourceFile source) {
    if (source.format() == FileFormat.NPZ && args.strategy() == MergeStrategy.SKIP_CONFLICTS) {
      throw new RefusedException(
          "%s brings vectors for records that are there, and skip-conflicts leaves those as they are; use --merge-strategy overwrite"
              .formatted(source.name()));
    }
  }
}
