package simile.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import simile.bundle.Bundle;
import simile.bundle.BundleJson;
import simile.bundle.BundlePacker;
import simile.bundle.BundlePaths;
import simile.bundle.BundledCollection;
import simile.bundle.BundledFile;
import simile.connectors.OutputFiles;
import simile.files.HashedOutput;
import simile.files.StorePaths;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.CommitFencedException;
import simile.log.Operation;
import simile.store.Store;

/**
 * Ends the export of a bundle: takes one attempt of each part, requires every part, and publishes.
 * A folder's {@code bundle.json} comes last; an archive is made aside and renamed.
 */
public final class BundleFinisher {
  private static final int BUFFER_BYTES = 1 << 18;
  private static final String ARCHIVE = "bundle.tar";

  private final BundlePlan plan;
  private final Store store;
  private final OutputFiles files;

  /**
   * @param files the output's folder
   */
  public BundleFinisher(BundlePlan plan, Store store, OutputFiles files) {
    this.plan = plan;
    this.store = store;
    this.files = files;
  }

  /**
   * Publishes.
   *
   * @throws CommitFencedException if the run was cancelled; nothing was published
   * @throws IOException if the output cannot be written; nothing looks complete
   */
  public ExportOutcome finish(Iterable<ExportResult> all) throws IOException {
    List<ExportResult> results = ExportResults.oneOfEach(all, plan.parts());
    Optional<BundleDraft> begun = BundleDraft.read(files, plan.unfinished());
    Optional<Bundle> done = begun.isPresent() ? Optional.empty() : published(results);
    if (done.isPresent()) {
      return outcome(done.get());
    }
    BundleDraft draft = begun.isPresent() ? begun.get() : assemble(results);
    requireWanted();
    if (plan.output().isFile()) {
      archive(draft, begun.isPresent());
    } else {
      folder(draft);
    }
    return outcome(draft.bundle());
  }

  /**
   * Takes back what a run has published: for one that was cancelled in the very moment.
   *
   * @param plan of a run whose end went well
   */
  public static void retract(BundlePlan plan, OutputFiles files) throws IOException {
    if (plan.output().isFile()) {
      files.delete(plan.output().file());
      return;
    }
    Bundle bundle = index(files);
    List<String> names = new ArrayList<>(bundle.files().stream().map(BundledFile::path).toList());
    names.add(BundlePaths.INDEX);
    new Publication(names).retract(files, plan.unfinished(), BundlePaths.INDEX);
  }

  private static Bundle index(OutputFiles files) throws IOException {
    try (InputStream in = files.read(BundlePaths.INDEX)) {
      return BundleJson.fromBytes(in.readAllBytes(), files.root() + "/" + BundlePaths.INDEX);
    }
  }

  /**
   * Whether an end before this one came to its end, and deleted all that it would be repeated from.
   * All bundles of a version are the same, so it does not matter whose it was.
   */
  private Optional<Bundle> published(List<ExportResult> results) throws IOException {
    if (plan.output().isFile() || !files.exists(BundlePaths.INDEX)) {
      return Optional.empty();
    }
    Bundle there = index(files);
    boolean ours =
        there.context().equals(plan.context())
            && there.storeVersion() == plan.version()
            && there.license().equals(plan.license())
            && there.files().stream().map(BundledFile::sha256).toList().containsAll(sums(results));
    return ours ? Optional.of(there) : Optional.empty();
  }

  /** Of the files of records, which a bundle has as they were made. */
  private List<String> sums(List<ExportResult> results) {
    Set<Integer> records =
        plan.exports().stream()
            .filter(export -> export.shape().format() == ExportFormat.JSONL)
            .flatMap(export -> export.parts().stream())
            .map(ExportPart::number)
            .collect(Collectors.toSet());
    return results.stream()
        .filter(result -> records.contains(result.part()))
        .flatMap(result -> result.files().stream())
        .map(PartFile::sha256)
        .toList();
  }

  private static ExportOutcome outcome(Bundle bundle) {
    long records = bundle.collections().stream().mapToLong(BundledCollection::records).sum();
    return new ExportOutcome(records, bundle.files().size() + 1, bundle.totalBytes());
  }

  private BundleDraft assemble(List<ExportResult> results) throws IOException {
    Map<Integer, ExportResult> byPart = new HashMap<>();
    results.forEach(result -> byPart.put(result.part(), result));
    BundleAssembler assembler = new BundleAssembler(plan, store, files);
    Bundle bundle = assembler.assemble(byPart);
    return BundleDraft.of(bundle, assembler.pieces());
  }

  private void folder(BundleDraft draft) throws IOException {
    if (OutputPlace.look(files, plan.output()) instanceof OutputPlace.Taken taken) {
      throw new CommitConflictException(
          "nothing was published: '%s/%s' came there meanwhile"
              .formatted(files.root(), taken.example()));
    }
    draft.write(files, plan.unfinished());
    List<String> names = new ArrayList<>(draft.made().keySet());
    names.add(BundlePaths.INDEX);
    new Publication(names).write(files, Publication.path(plan.unfinished()));
    for (Map.Entry<String, String> file : draft.made().entrySet()) {
      move(file.getValue(), file.getKey());
    }
    files.sync(draft.made().keySet().stream().map(StorePaths::folderOf).distinct().toList());
    requireWanted();
    files.replace(BundlePaths.INDEX, BundleJson.toBytes(draft.bundle()));
    for (String leftover : Unfinished.look(files, plan.output().unfinished()).left()) {
      files.delete(leftover);
    }
  }

  /** An end that is repeated finds some of its files moved. */
  private void move(String from, String to) throws IOException {
    if (files.exists(from) || !files.exists(to)) {
      files.move(from, to);
    }
  }

  /**
   * @param begun whether an end before this one had made the archive
   */
  private void archive(BundleDraft draft, boolean begun) throws IOException {
    String aside = plan.unfinished() + "/" + ARCHIVE;
    String name = plan.output().file();
    if (begun && !files.exists(aside) && files.exists(name)) {
      return; // it had moved it, too
    }
    pack(draft, aside);
    draft.write(files, plan.unfinished());
    requireWanted();
    if (files.exists(name) && !plan.output().overwrite()) {
      throw new CommitConflictException(
          "nothing was published: '%s' came there meanwhile".formatted(plan.output().place()));
    }
    files.move(aside, name);
    files.sync(List.of(""));
  }

  private void pack(BundleDraft draft, String aside) throws IOException {
    files.delete(aside);
    try (HashedOutput out = new HashedOutput(files.create(aside), BUFFER_BYTES)) {
      BundlePacker.pack(draft.bundle(), file -> files.read(draft.made().get(file.path())), out);
      String unused = out.finish();
    }
  }

  private void requireWanted() throws IOException {
    Optional<Commit> entry = store.log().byRun(plan.runId());
    if (entry.isPresent() && entry.get().operation() == Operation.FENCE) {
      throw new CommitFencedException(
          "run '%s' was cancelled by version %d; nothing was published"
              .formatted(plan.runId(), entry.get().version()));
    }
  }
}
