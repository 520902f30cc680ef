package simile.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.files.Sha256;
import simile.files.StorePaths;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;

/**
 * A local folder that an export wrote, compared with its {@code _manifest.json}: every file that it
 * names is there, inside the folder, with the size and the SHA-256 that it says. Files that it does
 * not name are left alone.
 */
public final class ExportFolder {
  private static final String MANIFEST = "_manifest.json";
  private static final String CONTRACT = "_contract.odcs.yaml";
  private static final long MAX_MANIFEST_BYTES = 64 << 20;
  private static final long MAX_CONTRACT_BYTES = 1 << 20;

  private final Path folder;
  private final String collection;
  private final List<Path> files;

  private ExportFolder(Path folder, String collection, List<Path> files) {
    this.folder = folder;
    this.collection = collection;
    this.files = files;
  }

  /** Whether a folder claims to be an export. */
  public static boolean is(Path folder) {
    return Files.isRegularFile(folder.resolve(MANIFEST), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Reads the manifest, and each file once.
   *
   * @throws ForeignFileException if they do not agree
   */
  public static ExportFolder open(Path folder) throws IOException {
    Path manifest = folder.resolve(MANIFEST);
    try {
      JsonFields fields =
          JsonFields.parse(bounded(manifest, MAX_MANIFEST_BYTES), manifest.toString());
      List<Path> files = new ArrayList<>();
      for (JsonFields file : fields.objects("files")) {
        files.add(checked(folder, file));
      }
      return new ExportFolder(folder, fields.text("collection"), List.copyOf(files));
    } catch (MalformedJsonException e) {
      throw new ForeignFileException(
          manifest.toString(), "it is no manifest: " + e.getMessage(), e);
    }
  }

  /** The collection that was exported. */
  public String collection() {
    return collection;
  }

  /** The files of records, in the manifest's order. */
  public List<Path> files() {
    return files;
  }

  /** The contract that the records obey, if the export has it. */
  public Optional<Path> contract() throws IOException {
    Path file = folder.resolve(CONTRACT);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    requireAtMost(file, MAX_CONTRACT_BYTES);
    return Optional.of(file);
  }

  private static Path checked(Path folder, JsonFields named) throws IOException {
    String path = named.text("path");
    if (!StorePaths.isInside(path)) {
      throw new ForeignFileException(
          folder.resolve(MANIFEST).toString(), "the path '" + path + "' leads out of the folder");
    }
    Path file = inside(folder, path);
    long bytes = Files.size(file);
    if (bytes != named.integer("bytes")) {
      throw new ForeignFileException(
          file.toString(),
          "it has %d bytes; the manifest says %d, so it is not the file that was exported"
              .formatted(bytes, named.integer("bytes")));
    }
    if (!Sha256.of(file).equals(named.text("sha256"))) {
      throw new ForeignFileException(
          file.toString(),
          "its SHA-256 is not the one in the manifest, so it is not the file that was exported");
    }
    return file;
  }

  /** The file, if no part of its path below the folder is a link. */
  private static Path inside(Path folder, String path) throws IOException {
    Path at = folder;
    for (String name : path.split("/", -1)) {
      at = at.resolve(name);
      if (Files.isSymbolicLink(at)) {
        throw new ForeignFileException(at.toString(), "it is a symbolic link; expected a file");
      }
    }
    if (!Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS)) {
      throw new ForeignFileException(
          at.toString(), "the manifest names it, and it is no file here; get a whole copy");
    }
    return at;
  }

  private static byte[] bounded(Path file, long most) throws IOException {
    requireAtMost(file, most);
    return Files.readAllBytes(file);
  }

  private static void requireAtMost(Path file, long most) throws IOException {
    if (Files.size(file) > most) {
      throw new ForeignFileException(
          file.toString(),
          "it has %d bytes; at most %d are read".formatted(Files.size(file), most));
    }
  }
}
