package simile.testkit;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import simile.files.DurableOutput;
import simile.files.LocalBuild;
import simile.files.StoreFiles;
import simile.files.StorePaths;

/**
 * Files in memory that know what a disk would have kept: bytes are durable once their output is
 * closed, names (and their removal) once their folder is synced, {@link #putIfAbsent} and {@link
 * #replace} at once. {@link #crash} takes away what was not.
 */
public final class MemoryFiles implements StoreFiles {
  private final String root;
  private final TreeMap<String, MemoryFile> names = new TreeMap<>();
  // Files whose name was taken away, which a crash may bring back.
  private final TreeMap<String, MemoryFile> removed = new TreeMap<>();
  private int boots;

  public MemoryFiles() {
    this("memory:store");
  }

  public MemoryFiles(String root) {
    this.root = root;
  }

  /**
   * The power goes. Of names that are not durable some are lost, of bytes that are not durable all
   * but the first few; of files whose deletion is not durable some are back. Outputs that were open
   * can write no more.
   */
  public synchronized void crash(RandomGenerator random) {
    boots++;
    for (String path : List.copyOf(names.keySet())) {
      MemoryFile file = names.get(path);
      if (!file.nameDurable && random.nextBoolean()) {
        names.remove(path);
      } else if (!file.bytesDurable) {
        file.set(Arrays.copyOf(file.bytes(), random.nextInt(file.size() + 1)));
      }
    }
    removed.forEach(
        (path, file) -> {
          if (random.nextBoolean()) {
            names.putIfAbsent(path, file);
          }
        });
    removed.clear();
    names.values().forEach(MemoryFile::settle);
  }

  /** The same files, from here on apart from these. */
  public synchronized MemoryFiles copy() {
    MemoryFiles copy = new MemoryFiles(root);
    names.forEach((path, file) -> copy.names.put(path, file.copy()));
    removed.forEach((path, file) -> copy.removed.put(path, file.copy()));
    return copy;
  }

  /** All paths, sorted. */
  public synchronized List<String> paths() {
    return List.copyOf(names.keySet());
  }

  /** Makes a file's bytes others, as a failing disk would; makes the file if there is none. */
  public synchronized void damage(String path, byte[] content) {
    MemoryFile file = names.computeIfAbsent(path, p -> new MemoryFile());
    file.set(content);
    file.settle();
  }

  @Override
  public String root() {
    return root;
  }

  @Override
  public synchronized DurableOutput create(String path) throws IOException {
    return new MemoryOutput(this, path, make(path), boots);
  }

  @Override
  public synchronized LocalBuild build(String path) throws IOException {
    requireFree(path);
    return new MemoryBuild(this, path);
  }

  @Override
  public synchronized void syncFolders(Collection<String> folders) {
    for (String folder : folders) {
      String inside = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
      names.forEach((path, file) -> file.nameDurable |= isDirectlyIn(inside, path));
      removed.keySet().removeIf(path -> isDirectlyIn(inside, path));
    }
  }

  @Override
  public synchronized boolean putIfAbsent(String path, byte[] content) {
    if (names.containsKey(StorePaths.require(path))) {
      return false;
    }
    put(path, content);
    return true;
  }

  @Override
  public synchronized void replace(String path, byte[] content) {
    put(StorePaths.require(path), content);
  }

  @Override
  public synchronized byte[] read(String path) throws IOException {
    return find(path).bytes();
  }

  @Override
  public synchronized SeekableByteChannel open(String path) throws IOException {
    return new MemoryChannel(find(path).bytes());
  }

  @Override
  public synchronized OptionalLong size(String path) {
    MemoryFile file = names.get(StorePaths.require(path));
    return file == null ? OptionalLong.empty() : OptionalLong.of(file.size());
  }

  @Override
  public synchronized List<String> list(String folder) {
    String inside = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    TreeSet<String> found = new TreeSet<>();
    for (String path : names.tailMap(inside).keySet()) {
      if (!path.startsWith(inside)) {
        break;
      }
      String rest = path.substring(inside.length());
      int slash = rest.indexOf('/');
      found.add(slash < 0 ? rest : rest.substring(0, slash + 1));
    }
    return List.copyOf(found);
  }

  @Override
  public synchronized void delete(String path) {
    MemoryFile file = names.remove(StorePaths.require(path));
    if (file != null && file.nameDurable) {
      removed.put(path, file);
    }
  }

  @Override
  public String toString() {
    return root;
  }

  /** A whole file that was built elsewhere: its bytes are durable, its name is not yet. */
  synchronized void publish(String path, byte[] content) throws IOException {
    MemoryFile file = make(path);
    file.set(content);
    file.bytesDurable = true;
  }

  /**
   * @throws IOException if the power went since that boot
   */
  synchronized void requireBoot(int boot) throws IOException {
    if (boot != boots) {
      throw new IOException("the process that had this file open is gone");
    }
  }

  private MemoryFile make(String path) throws IOException {
    requireFree(path);
    MemoryFile file = new MemoryFile();
    names.put(path, file);
    return file;
  }

  private void put(String path, byte[] content) {
    MemoryFile file = new MemoryFile();
    file.set(content);
    file.settle();
    names.put(path, file);
    removed.remove(path);
  }

  private void requireFree(String path) throws IOException {
    if (names.containsKey(StorePaths.require(path))) {
      throw new FileAlreadyExistsException(path);
    }
  }

  private MemoryFile find(String path) throws IOException {
    MemoryFile file = names.get(StorePaths.require(path));
    if (file == null) {
      throw new NoSuchFileException(path);
    }
    return file;
  }

  private static boolean isDirectlyIn(String inside, String path) {
    return path.startsWith(inside) && path.indexOf('/', inside.length()) < 0;
  }
}
