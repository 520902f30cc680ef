package simile.connectors;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import simile.files.DurableOutput;
import simile.files.LocalBuild;
import simile.files.StoreFiles;
import simile.files.StorePaths;

/** A folder where a store can be. What it says is done is durable. */
final class StoredOutputFiles implements OutputFiles {
  private final StoreFiles files;

  StoredOutputFiles(StoreFiles files) {
    this.files = files;
  }

  @Override
  public String root() {
    return files.root();
  }

  @Override
  public DurableOutput create(String path) throws IOException {
    return files.create(path);
  }

  @Override
  public LocalBuild build(String path) throws IOException {
    return files.build(path);
  }

  @Override
  public InputStream read(String path) throws IOException {
    try {
      return Channels.newInputStream(files.open(path));
    } catch (NoSuchFileException e) {
      throw new FileNotFoundException(e.getMessage());
    }
  }

  @Override
  public LocalCopy local(String path) throws IOException {
    return LocalCopy.of(files.open(path));
  }

  @Override
  public boolean exists(String path) throws IOException {
    return files.size(path).isPresent();
  }

  @Override
  public boolean isFolder(String path) throws IOException {
    return !files.list(path).isEmpty();
  }

  @Override
  public List<String> list(String folder) throws IOException {
    List<String> found = new ArrayList<>();
    addBelow(folder, found);
    found.sort(null);
    return found;
  }

  /** However much there is, it is not all looked at. */
  @Override
  public Optional<String> any() throws IOException {
    return any("");
  }

  private Optional<String> any(String folder) throws IOException {
    for (String name : files.list(folder)) {
      Optional<String> found = name.endsWith("/") ? any(folder + name) : Optional.of(folder + name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private void addBelow(String folder, List<String> found) throws IOException {
    String inside = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    for (String name : files.list(folder)) {
      if (name.endsWith("/")) {
        addBelow(inside + name, found);
      } else {
        found.add(inside + name);
      }
    }
  }

  @Override
  public void move(String from, String to) throws IOException {
    files.move(from, to);
  }

  @Override
  public void replace(String path, byte[] content) throws IOException {
    files.replace(path, content);
  }

  @Override
  public void delete(String path) throws IOException {
    files.delete(path);
    for (String folder = StorePaths.folderOf(path);
        !folder.isEmpty();
        folder = StorePaths.folderOf(folder)) {
      files.removeIfEmpty(folder);
    }
  }

  @Override
  public void removeIfEmpty() {
    // A place for a store may be there before it, and be empty: see isFolder.
  }

  @Override
  public void sync(Collection<String> folders) throws IOException {
    files.syncFolders(folders);
  }
}
