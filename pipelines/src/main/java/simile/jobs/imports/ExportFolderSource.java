package simile.jobs.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.connectors.InputFiles;
import simile.contract.Contract;
import simile.contract.ContractException;
import simile.contract.ContractParser;
import simile.foreign.ExportFolder;
import simile.foreign.ForeignFiles;
import simile.input.SourceFile;

/** A local folder that an export wrote, each file of which is as its manifest says. */
final class ExportFolderSource {
  private ExportFolderSource() {}

  static SourceFinder finder(ForeignFiles looking) {
    return input -> find(input, looking);
  }

  private static Optional<ImportSource> find(String input, ForeignFiles looking)
      throws IOException, ContractException {
    Optional<Path> folder = folder(input);
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    ExportFolder export = ExportFolder.open(folder.get());
    List<String> names = export.files().stream().map(Path::toString).toList();
    List<SourceFile> files = looking.identify(InputFiles.list(names));
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

  private static Optional<Path> folder(String input) {
    if (input.matches("[A-Za-z][A-Za-z0-9+.-]+://.*") || input.chars().anyMatch(c -> c == 0)) {
      return Optional.empty();
    }
    Path path = Path.of(input).toAbsolutePath().normalize();
    return Optional.of(path).filter(ExportFolder::is);
  }

  private static Optional<Contract> contract(ExportFolder export)
      throws IOException, ContractException {
    Optional<Path> file = export.contract();
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(ContractParser.parse(file.get().toString(), Files.readAllBytes(file.get())));
  }
}
