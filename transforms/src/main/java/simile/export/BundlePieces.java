package simile.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import simile.bundle.BundledFile;
import simile.connectors.OutputFiles;
import simile.files.HashedOutput;
import simile.files.StoreFiles;

/** Makes files of a bundle beside what the parts made, and remembers all of them. */
final class BundlePieces {
  private static final int BUFFER_BYTES = 1 << 17;

  private final OutputFiles files;
  private final String folder;
  private final List<BundlePiece> pieces = new ArrayList<>();

  /**
   * @param folder where unpublished files of the run are
   */
  BundlePieces(OutputFiles files, String folder) {
    this.files = files;
    this.folder = folder;
  }

  /** Writes something. */
  @FunctionalInterface
  interface Content {
    void writeTo(HashedOutput out) throws IOException;
  }

  /** Takes a file that a part made. */
  void take(String path, PartFile part) {
    pieces.add(new BundlePiece(new BundledFile(path, part.bytes(), part.sha256()), part.path()));
  }

  /** Makes a file. One of an end that was cut short is in the way. */
  void make(String path, Content content) throws IOException {
    String made = "%s/made-%05d".formatted(folder, pieces.size());
    files.delete(made);
    try (HashedOutput out = new HashedOutput(files.create(made), BUFFER_BYTES)) {
      content.writeTo(out);
      long bytes = out.count();
      pieces.add(new BundlePiece(new BundledFile(path, bytes, out.finish()), made));
    }
  }

  void make(String path, byte[] content) throws IOException {
    make(path, out -> out.write(content, 0, content.length));
  }

  /** Copies a file of the store. */
  void copy(String path, StoreFiles store, String from) throws IOException {
    make(
        path,
        out -> {
          try (InputStream in = Channels.newInputStream(store.open(from))) {
            in.transferTo(out);
          }
        });
  }

  List<BundlePiece> all() {
    return List.copyOf(pieces);
  }

  List<BundledFile> files() {
    return pieces.stream().map(BundlePiece::file).toList();
  }
}
