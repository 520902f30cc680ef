package simile.repair;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import simile.files.DurableOutput;
import simile.files.LocalFiles;
import simile.files.StoreFiles;
import simile.files.StorePaths;
import simile.segment.DataFile;
import simile.segment.Segment;

/** Mends segments. */
public final class Mender {
  private static final int BUFFER_BYTES = 1 << 17;

  private final StoreFiles files;
  private final SegmentRebuilder rebuilder;

  /**
   * @param unstored fields that the collection's contract describes and its schema does not store
   */
  public Mender(StoreFiles files, Set<String> unstored) {
    this.files = files;
    this.rebuilder = new SegmentRebuilder(files, unstored);
  }

  /**
   * Writes the files of a segment that lost nothing again, and puts back those that come out with
   * the bytes that the log names.
   *
   * @return the files that are damaged still
   */
  public List<DataFile> putBack(SegmentDamage damage) throws IOException {
    Path folder = Files.createTempDirectory("simile-repair");
    try {
      LocalFiles built = new LocalFiles(folder);
      Map<String, DataFile> again = new HashMap<>();
      rebuilder.again(damage, built).files().forEach(file -> again.put(file.path(), file));
      List<DataFile> left = new ArrayList<>();
      for (DataFile file : damage.files()) {
        Optional<DataFile> rebuilt = Optional.ofNullable(again.get(file.path()));
        if (rebuilt.map(DataFile::sha256).filter(file.sha256()::equals).isPresent()) {
          files.delete(file.path());
          copy(built, file.path(), file.path());
        } else {
          left.add(file);
        }
      }
      return List.copyOf(left);
    } finally {
      deleteAll(folder);
    }
  }

  /**
   * Writes a segment again under a new name, for a commit to name it. A lost record becomes a
   * deletion there.
   *
   * @return empty if nothing of it is left
   */
  public Optional<Segment> rewrite(SegmentDamage damage, String name) throws IOException {
    return rebuilder.anew(damage, name);
  }

  /** Keeps a copy of a damaged file, as far as it is there, for people to look at. */
  public void quarantine(DataFile file, String folder) throws IOException {
    String path = folder + "/" + file.path();
    if (files.size(file.path()).isPresent() && files.size(path).isEmpty()) {
      copy(files, file.path(), path);
    }
  }

  private void copy(StoreFiles from, String path, String to) throws IOException {
    try (SeekableByteChannel in = from.open(path);
        DurableOutput out = files.create(to)) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
      while (in.read(buffer.clear()) >= 0) {
        out.write(buffer.array(), 0, buffer.position());
      }
    }
    files.syncFolders(List.of(StorePaths.folderOf(to)));
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
