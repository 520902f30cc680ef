package simile.jobs.imports;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import simile.connectors.InputFiles;
import simile.foreign.ForeignFiles;

/** Plain files: one, those of a folder, or those that a glob matches. */
final class FileSource {
  private FileSource() {}

  /** Finds whatever it is given; so it is asked last. */
  static SourceFinder finder(ForeignFiles looking) {
    return input -> Optional.of(source(input, looking));
  }

  private static ImportSource source(String input, ForeignFiles looking) throws IOException {
    List<FoundCollection> found =
        List.of(FoundCollection.of(looking.identify(InputFiles.importable(List.of(input)))));
    return () -> found;
  }
}
