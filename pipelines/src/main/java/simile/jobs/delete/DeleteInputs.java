package simile.jobs.delete;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import simile.connectors.InputFiles;
import simile.delete.DeletePart;
import simile.input.SourceFile;
import simile.input.Split;
import simile.input.SplitPlanner;
import simile.jobs.StandardInput;
import simile.merge.KeyRanges;
import simile.record.IdRange;
import simile.store.CollectionSnapshot;
import simile.store.Store;

/** What a delete works on, cut into parts. Closing forgets what came from standard input. */
final class DeleteInputs implements Closeable {
  private static final long SPLIT_BYTES = 8 << 20;

  /** Entries of key files that criteria are asked of in one part. */
  private static final long RANGE_ENTRIES = 250_000;

  private final DeleteArgs args;
  private final StandardInput standardInput;

  private DeleteInputs(DeleteArgs args, StandardInput standardInput) {
    this.args = args;
    this.standardInput = standardInput;
  }

  static DeleteInputs read(DeleteArgs args, InputStream in) throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    return new DeleteInputs(args, StandardInput.read(args.idsFile().stream().toList(), in));
  }

  /** Of standard input; empty if it is not asked for. */
  String sha256() throws IOException {
    return standardInput.sha256();
  }

  /**
   * The parts.
   *
   * @throws java.io.FileNotFoundException if there is no such list of ids
   */
  List<DeletePart> parts(Store store, CollectionSnapshot snapshot) throws IOException {
    List<DeletePart> parts = new ArrayList<>();
    if (args.isByCriteria()) {
      for (IdRange range : KeyRanges.cut(store.files(), snapshot.segments(), RANGE_ENTRIES)) {
        parts.add(new DeletePart.Matching(parts.size(), range));
      }
      return parts;
    }
    if (!args.ids().isEmpty()) {
      parts.add(new DeletePart.Given(0, args.ids()));
    }
    for (Split split : splits()) {
      parts.add(new DeletePart.Listed(parts.size(), split));
    }
    return parts;
  }

  /** The lists of ids, cut into pieces. */
  List<Split> splits() throws IOException {
    List<String> names = standardInput.inputs(args.idsFile().stream().toList());
    List<SourceFile> files = standardInput.named(InputFiles.list(names), StandardInput.SIGN);
    return SplitPlanner.plan(files, SPLIT_BYTES);
  }

  @Override
  public void close() throws IOException {
    standardInput.close();
  }
}
