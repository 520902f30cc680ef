package simile.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import simile.files.FileHash;
import simile.files.StoreFiles;
import simile.files.StorePaths;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;

/**
 * A folder that an export wrote, compared with its {@code _manifest.json}: every file that it
 * names, the contract too, is there, inside the folder, with the size and the SHA-256 that it says.
 * Files that it does not name are left alone.
 */
public final class ExportFolder {
  private static final String MANIFEST = "_manifest.json";
  private static final long MAX_MANIFEST_BYTES = 64 << 20;
  private static final long MAX_CONTRACT_BYTES = 1 << 20;

  private final StoreFiles folder;
  private final String collection;
  private final String contract;
  private final List<String> files;

  private ExportFolder(StoreFiles folder, String collection, String contract, List<String> files) {
    this.folder = folder;
    this.collection = collection;
    this.contract = contract;
    this.files = files;
  }

  /** Whether a folder claims to be an export. */
  public static boolean is(StoreFiles folder) throws IOException {
    return isPlain(folder, MANIFEST);
  }

  /**
   * Reads the manifest, and each file once.
   *
   * @throws ForeignFileException if they do not agree
   */
  public static ExportFolder open(StoreFiles folder) throws IOException {
    try {
      JsonFields fields =
          JsonFields.parse(bounded(folder, MANIFEST, MAX_MANIFEST_BYTES), at(folder, MANIFEST));
      List<String> files = new ArrayList<>();
      for (JsonFields file : fields.objects("files")) {
        files.add(checked(folder, file));
      }
      String contract =
          fields.has("contract") ? checkedContract(folder, fields.object("contract")) : "";
      return new ExportFolder(folder, fields.text("collection"), contract, List.copyOf(files));
    } catch (MalformedJsonException e) {
      throw new ForeignFileException(
          at(folder, MANIFEST), "it is no manifest: " + e.getMessage(), e);
    }
  }

  /** The collection that was exported. */
  public String collection() {
    return collection;
  }

  /** Where the files of records are, in the manifest's order. */
  public List<String> files() {
    return files.stream().map(file -> at(folder, file)).toList();
  }

  /** Where the contract is that the records obey. */
  public String contractPlace() {
    return at(folder, contract);
  }

  /** The contract that the records obey, if the manifest names one. */
  public Optional<byte[]> contract() throws IOException {
    return contract.isEmpty()
        ? Optional.empty()
        : Optional.of(bounded(folder, contract, MAX_CONTRACT_BYTES));
  }

  private static String checkedContract(StoreFiles folder, JsonFields named) throws IOException {
    String path = named.text("path");
    if (!path.isEmpty()) {
      requireInside(folder, path);
      requireHash(folder, path, named);
    }
    return path;
  }

  private static String checked(StoreFiles folder, JsonFields named) throws IOException {
    String path = named.text("path");
    long bytes = requireInside(folder, path);
    if (bytes != named.integer("bytes")) {
      throw new ForeignFileException(
          at(folder, path),
          "it has %d bytes; the manifest says %d, so it is not the file that was exported"
              .formatted(bytes, named.integer("bytes")));
    }
    requireHash(folder, path, named);
    return path;
  }

  /** Requires that there is such a file in the folder. @return how many bytes it has */
  private static long requireInside(StoreFiles folder, String path) throws IOException {
    if (!StorePaths.isInside(path)) {
      throw new ForeignFileException(
          at(folder, MANIFEST), "the path '" + path + "' leads out of the folder");
    }
    requireNoLink(folder, path);
    OptionalLong bytes = isPlain(folder, path) ? folder.size(path) : OptionalLong.empty();
    return bytes.orElseThrow(
        () ->
            new ForeignFileException(
                at(folder, path),
                "the manifest names it, and it is no file here; get a whole copy"));
  }

  private static void requireHash(StoreFiles folder, String path, JsonFields named)
      throws IOException {
    if (!FileHash.of(folder, path).equals(named.text("sha256"))) {
      throw new ForeignFileException(
          at(folder, path),
          "its SHA-256 is not the one in the manifest, so it is not the file that was exported");
    }
  }

  /** A link of a folder that somebody gave us may lead to any file of ours. */
  private static void requireNoLink(StoreFiles folder, String path) throws IOException {
    if (folder.isRemote()) {
      return;
    }
    Path at = Path.of(folder.root());
    for (String name : path.split("/", -1)) {
      at = at.resolve(name);
      if (Files.isSymbolicLink(at)) {
        throw new ForeignFileException(at.toString(), "it is a symbolic link; expected a file");
      }
    }
  }

  private static boolean isPlain(StoreFiles folder, String path) throws IOException {
    return folder.isRemote()
        ? folder.size(path).isPresent()
        : Files.isRegularFile(Path.of(folder.root()).resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  private static byte[] bounded(StoreFiles folder, String path, long most) throws IOException {
    long bytes = folder.size(path).orElse(0);
    if (bytes > most) {
      throw new ForeignFileException(
          at(folder, path), "it has %d bytes; at most %d are read".formatted(bytes, most));
    }
    return folder.read(path);
  }

  private static String at(StoreFiles folder, String path) {
    return folder.root() + "/" + path;
  }
}
