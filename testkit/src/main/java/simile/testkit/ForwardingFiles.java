package simile.testkit;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import simile.files.DurableOutput;
import simile.files.LocalBuild;
import simile.files.StoreFiles;

/** Hands everything on; a subclass overrides what is to be different. */
public class ForwardingFiles implements StoreFiles {
  protected final StoreFiles files;

  public ForwardingFiles(StoreFiles files) {
    this.files = files;
  }

  @Override
  public String root() {
    return files.root();
  }

  @Override
  public boolean isRemote() {
    return files.isRemote();
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
  public void syncFolders(Collection<String> folders) throws IOException {
    files.syncFolders(folders);
  }

  @Override
  public boolean putIfAbsent(String path, byte[] content) throws IOException {
    return files.putIfAbsent(path, content);
  }

  @Override
  public void replace(String path, byte[] content) throws IOException {
    files.replace(path, content);
  }

  @Override
  public byte[] read(String path) throws IOException {
    return files.read(path);
  }

  @Override
  public SeekableByteChannel open(String path) throws IOException {
    return files.open(path);
  }

  @Override
  public OptionalLong size(String path) throws IOException {
    return files.size(path);
  }

  @Override
  public String tag(String path) throws IOException {
    return files.tag(path);
  }

  @Override
  public void move(String from, String to) throws IOException {
    files.move(from, to);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return files.list(folder);
  }

  @Override
  public void delete(String path) throws IOException {
    files.delete(path);
  }

  @Override
  public int sweep(String folder, Instant before) throws IOException {
    return files.sweep(folder, before);
  }

  @Override
  public void removeIfEmpty(String folder) throws IOException {
    files.removeIfEmpty(folder);
  }
}
