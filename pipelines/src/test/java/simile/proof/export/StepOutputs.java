package simile.proof.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import simile.connectors.LocalCopy;
import simile.connectors.OutputFiles;
import simile.files.DurableOutput;
import simile.files.LocalBuild;

/** Output files that tell of every step that changes something, before and after it. */
record StepOutputs(OutputFiles files, Watcher watcher) implements OutputFiles {

  /** Hears of steps; may fail. */
  @FunctionalInterface
  interface Watcher {
    /**
     * @param step such as {@code "move"} before it, and {@code "moved"} after it
     */
    void reach(String step, String path) throws IOException;
  }

  @Override
  public String root() {
    return files.root();
  }

  @Override
  public DurableOutput create(String path) throws IOException {
    watcher.reach("create", path);
    return new Output(files.create(path), path);
  }

  @Override
  public LocalBuild build(String path) throws IOException {
    watcher.reach("build", path);
    return new Build(files.build(path), path);
  }

  @Override
  public InputStream read(String path) throws IOException {
    return files.read(path);
  }

  @Override
  public LocalCopy local(String path) throws IOException {
    return files.local(path);
  }

  @Override
  public boolean exists(String path) throws IOException {
    return files.exists(path);
  }

  @Override
  public boolean isFolder(String path) throws IOException {
    return files.isFolder(path);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return files.list(folder);
  }

  @Override
  public void move(String from, String to) throws IOException {
    watcher.reach("move", from);
    files.move(from, to);
    watcher.reach("moved", to);
  }

  @Override
  public void replace(String path, byte[] content) throws IOException {
    watcher.reach("replace", path);
    files.replace(path, content);
    watcher.reach("replaced", path);
  }

  @Override
  public void delete(String path) throws IOException {
    watcher.reach("delete", path);
    files.delete(path);
    watcher.reach("deleted", path);
  }

  @Override
  public void removeIfEmpty() throws IOException {
    files.removeIfEmpty();
  }

  @Override
  public void sync(Collection<String> folders) throws IOException {
    watcher.reach("sync", folders.toString());
    files.sync(folders);
  }

  private final class Output extends DurableOutput {
    private final DurableOutput out;
    private final String path;

    Output(DurableOutput out, String path) {
      this.out = out;
      this.path = path;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      out.write(bytes, start, length / 2);
      watcher.reach("written half", path);
      out.write(bytes, start + length / 2, length - length / 2);
    }

    @Override
    public void close() throws IOException {
      watcher.reach("close", path);
      out.close();
      watcher.reach("closed", path);
    }

    @Override
    public void abandon() throws IOException {
      watcher.reach("abandon", path);
      out.abandon();
    }
  }

  private final class Build implements LocalBuild {
    private final LocalBuild build;
    private final String path;

    Build(LocalBuild build, String path) {
      this.build = build;
      this.path = path;
    }

    @Override
    public Path path() {
      return build.path();
    }

    @Override
    public void publish() throws IOException {
      watcher.reach("publish", path);
      build.publish();
      watcher.reach("published", path);
    }

    @Override
    public void close() throws IOException {
      watcher.reach("abandon", path);
      build.close();
    }
  }
}
