package simile.jobs.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import simile.connectors.InputFiles;
import simile.files.StoreFiles;
import simile.input.SourceFile;
import simile.predecessor.StagedLines;
import simile.predecessor.StagedPredecessor;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** A context of a store of the system that Simile succeeds. */
public final class PredecessorSource implements ImportSource {
  private final TemporaryFolder staging;
  private final StagedPredecessor staged;

  private PredecessorSource(TemporaryFolder staging, StagedPredecessor staged) {
    this.staging = staging;
    this.staged = staged;
  }

  /**
   * Takes every input as such a store.
   *
   * @param context the context's name, there and here
   * @param maxLineBytes the longest record that is taken
   * @param notes told what was found and what becomes of it
   */
  public static SourceFinder finder(String context, int maxLineBytes, Consumer<String> notes) {
    return input -> Optional.of(open(Path.of(input), context, maxLineBytes, notes));
  }

  private static ImportSource open(
      Path root, String context, int maxLineBytes, Consumer<String> notes) throws IOException {
    TemporaryFolder staging = TemporaryFolder.create("simile-predecessor-");
    try {
      StagedPredecessor staged =
          StagedPredecessor.stage(
              root.toAbsolutePath().normalize(), context, staging.path(), maxLineBytes);
      staged.notes().forEach(notes);
      return new PredecessorSource(staging, staged);
    } catch (IOException | RuntimeException e) {
      staging.close();
      throw e;
    }
  }

  @Override
  public List<FoundCollection> collections() throws IOException {
    List<FoundCollection> found = new ArrayList<>();
    for (Map.Entry<String, List<StagedLines>> lines : staged.lines().entrySet()) {
      List<SourceFile> files = new ArrayList<>();
      for (StagedLines file : lines.getValue()) {
        for (SourceFile source : InputFiles.list(List.of(file.path().toString()))) {
          files.add(source.named(file.name()));
        }
      }
      Optional<String> vectors =
          lines.getKey().equals(staged.vectorsOf())
              ? staged.vectors().map(Path::toString)
              : Optional.empty();
      found.add(
          new FoundCollection(
              Optional.of(lines.getKey()), Optional.empty(), files, OptionalInt.empty(), vectors));
    }
    return found;
  }

  /** Its runs are shown as runs of the past. */
  @Override
  public void committed(StoreFiles store) throws IOException {
    Workflows workflows = new Workflows(store);
    for (Workflow run : staged.runs()) {
      workflows.announce(run);
    }
  }

  @Override
  public void close() throws IOException {
    staging.close();
  }
}
