package simile.jobs.imports;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.connectors.InputFiles;
import simile.contract.Contract;
import simile.contract.ContractException;
import simile.contract.ContractParser;
import simile.files.StoreFiles;
import simile.foreign.ExportFolder;
import simile.foreign.ForeignFiles;
import simile.foreign.WholeFolder;
import simile.input.SourceFile;

/** A folder that an export wrote, each file of which is as its manifest says. */
final class ExportFolderSource {
  private ExportFolderSource() {}

  static SourceFinder finder(ForeignFiles looking) {
    return input -> find(input, looking);
  }

  private static Optional<ImportSource> find(String input, ForeignFiles looking)
      throws IOException, ContractException {
    Optional<StoreFiles> folder = FolderInput.of(input);
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    if (!ExportFolder.is(folder.get())) {
      WholeFolder.require(folder.get());
      return Optional.empty();
    }
    ExportFolder export = ExportFolder.open(folder.get());
    List<SourceFile> files = looking.identify(InputFiles.list(export.files()));
    List<FoundCollection> found =
        List.of(
            new FoundCollection(
                Optional.of(export.collection()),
                contract(export),
                files,
                OptionalInt.empty(),
                Optional.empty()));
    return Optional.of(() -> found);
  }

  private static Optional<Contract> contract(ExportFolder export)
      throws IOException, ContractException {
    Optional<byte[]> yaml = export.contract();
    return yaml.isEmpty()
        ? Optional.empty()
        : Optional.of(ContractParser.parse(export.contractPlace(), yaml.get()));
  }
}
