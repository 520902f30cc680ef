package simile.jobs.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.connectors.InputFiles;
import simile.contract.ContractException;
import simile.files.StoreFiles;
import simile.foreign.ForeignFileException;
import simile.foreign.ForeignFiles;
import simile.input.SourceFile;
import simile.jobs.RefusedException;
import simile.jobs.StandardInput;

/** All inputs of an import, looked at. Closing it deletes what was unpacked. */
final class ImportInputs implements Closeable {
  private final StandardInput standardInput;
  private final List<ImportSource> sources = new ArrayList<>();
  private final List<FoundCollection> found = new ArrayList<>();

  private ImportInputs(StandardInput standardInput) {
    this.standardInput = standardInput;
  }

  /** Reads standard input, if it is among the inputs; nothing else is looked at yet. */
  static ImportInputs of(ImportArgs args, InputStream standardInput) throws IOException {
    return new ImportInputs(StandardInput.read(args.inputs(), standardInput));
  }

  /** The hash of what came from standard input; empty if nothing did. */
  String standardInputSha256() throws IOException {
    return standardInput.sha256();
  }

  /**
   * Looks at every input.
   *
   * @param finders asked in order; the last takes everything
   * @throws RefusedException if a file is nothing that can be imported
   */
  List<FoundCollection> look(ImportArgs args, List<SourceFinder> finders, ForeignFiles looking)
      throws IOException, ContractException {
    try {
      for (String input : args.inputs()) {
        if (input.equals(StandardInput.SIGN)) {
          found.add(FoundCollection.of(spooled(looking)));
        } else {
          ImportSource source = find(input, finders);
          sources.add(source);
          found.addAll(source.collections());
        }
      }
      return List.copyOf(found);
    } catch (ForeignFileException e) {
      throw refused(e);
    }
  }

  /** Looks only at inputs that some of the finders know. */
  void lookAgain(ImportArgs args, List<SourceFinder> some) throws IOException, ContractException {
    for (String input : args.inputs()) {
      for (SourceFinder finder : some) {
        finder.find(input).ifPresent(sources::add);
      }
    }
  }

  /** Tells every source that its records are committed. */
  void committed(StoreFiles store) throws IOException {
    for (ImportSource source : sources) {
      source.committed(store);
    }
  }

  /** A file that is refused before the run costs nothing, and that is said. */
  static RefusedException refused(ForeignFileException why) {
    return new RefusedException(why.getMessage() + "; nothing was imported", why);
  }

  private List<SourceFile> spooled(ForeignFiles looking) throws IOException {
    List<SourceFile> files = InputFiles.list(standardInput.inputs(List.of(StandardInput.SIGN)));
    return looking.identify(standardInput.named(files, StandardInput.SIGN));
  }

  private static ImportSource find(String input, List<SourceFinder> finders)
      throws IOException, ContractException {
    for (SourceFinder finder : finders) {
      Optional<ImportSource> source = finder.find(input);
      if (source.isPresent()) {
        return source.get();
      }
    }
    throw new IllegalStateException("no finder takes '" + input + "'");
  }

  @Override
  public void close() throws IOException {
    for (ImportSource source : sources) {
      source.close();
    }
    standardInput.close();
  }
}
