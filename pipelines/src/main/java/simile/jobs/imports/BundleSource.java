package simile.jobs.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.bundle.BundleException;
import simile.bundle.BundlePaths;
import simile.bundle.BundledCollection;
import simile.bundle.BundledFile;
import simile.bundle.open.OpenBundle;
import simile.connectors.InputFiles;
import simile.connectors.LocalCopy;
import simile.contract.Contract;
import simile.contract.ContractException;
import simile.contract.ContractParser;
import simile.files.StoreFiles;
import simile.files.StoreFilesOpener;
import simile.files.StoredFile;
import simile.foreign.ForeignFileException;
import simile.input.SourceFile;

/** A bundle, every file of which is as its {@code bundle.json} says. */
final class BundleSource implements ImportSource {
  private final OpenBundle bundle;
  private final String input;
  private final List<FoundCollection> collections = new ArrayList<>();

  private BundleSource(OpenBundle bundle, String input) {
    this.bundle = bundle;
    this.input = input;
  }

  /**
   * Knows bundles.
   *
   * @param temporary where archives are unpacked
   */
  static SourceFinder finder(Path temporary) {
    return input -> find(input, temporary);
  }

  private static Optional<ImportSource> find(String input, Path temporary)
      throws IOException, ContractException {
    try {
      Optional<OpenBundle> bundle = open(input, temporary);
      if (bundle.isEmpty()) {
        return Optional.empty();
      }
      BundleSource source = new BundleSource(bundle.get(), input);
      try {
        source.look();
        return Optional.of(source);
      } catch (IOException | ContractException | RuntimeException e) {
        source.close();
        throw e;
      }
    } catch (BundleException e) {
      throw new ForeignFileException(input, "no bundle that can be taken: " + e.getMessage(), e);
    }
  }

  private static Optional<OpenBundle> open(String input, Path temporary) throws IOException {
    Optional<Path> local = LocalInput.path(input);
    if (local.isPresent()) {
      return archiveOrFolder(local.get(), temporary);
    }
    Optional<StoreFiles> folder = FolderInput.remote(input);
    if (folder.isPresent() && OpenBundle.isBundle(folder.get())) {
      return Optional.of(OpenBundle.open(folder.get()));
    }
    return folder.isPresent() && isArchive(input) ? fetched(input, temporary) : Optional.empty();
  }

  private static Optional<OpenBundle> archiveOrFolder(Path place, Path temporary)
      throws IOException {
    return OpenBundle.isBundle(place)
        ? Optional.of(OpenBundle.open(place, temporary))
        : Optional.empty();
  }

  /** Whether it is worth fetching, to see what it is. */
  private static boolean isArchive(String input) throws IOException {
    return input.endsWith(".tar")
        && StoredFile.of(StoreFilesOpener.fromClassPath(), input).size().isPresent();
  }

  private static Optional<OpenBundle> fetched(String archive, Path temporary) throws IOException {
    try (LocalCopy copy = LocalCopy.of(archive)) {
      return archiveOrFolder(copy.path(), temporary);
    }
  }

  private void look() throws IOException, ContractException {
    for (BundledCollection collection : bundle.bundle().collections()) {
      String name = collection.name();
      Optional<String> vectors =
          bundle.bundle().file(BundlePaths.embeddings(name)).map(f -> bundle.location(f.path()));
      collections.add(
          new FoundCollection(
              Optional.of(name),
              Optional.of(contract(name)),
              records(name),
              collection.dimension(),
              vectors));
    }
  }

  private Contract contract(String name) throws IOException, ContractException {
    String path = BundlePaths.contract(name);
    try (InputStream in = bundle.read(path)) {
      return ContractParser.parse(input + ": " + path, in.readAllBytes());
    }
  }

  /** As people know them: an archive is unpacked somewhere that nobody knows. */
  private List<SourceFile> records(String name) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (BundledFile file : bundle.bundle().data(name)) {
      for (SourceFile found : InputFiles.list(List.of(bundle.location(file.path())))) {
        files.add(found.named(input + "/" + file.path()));
      }
    }
    return files;
  }

  @Override
  public List<FoundCollection> collections() {
    return List.copyOf(collections);
  }

  @Override
  public void committed(StoreFiles store) throws IOException {
    new ModelCopy(store).copy(bundle);
  }

  @Override
  public void close() throws IOException {
    bundle.close();
  }
}
