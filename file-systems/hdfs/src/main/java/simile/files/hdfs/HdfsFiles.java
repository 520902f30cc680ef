package simile.files.hdfs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.files.DurableOutput;
import simile.files.LocalBuild;
import simile.files.StoreFiles;
import simile.files.StorePaths;
import simile.files.WholeStream;
import simile.files.remote.ReadAheadChannel;
import simile.files.remote.StagedBuild;

/** A folder on HDFS. Names are durable as soon as the name node has them. */
final class HdfsFiles implements StoreFiles {
  // A closed block goes to the disk too: hsync speaks of the last one only.
  private static final EnumSet<CreateFlag> NEW =
      EnumSet.of(CreateFlag.CREATE, CreateFlag.SYNC_BLOCK);

  private static final Logger LOG = LoggerFactory.getLogger(HdfsFiles.class);

  private final HdfsCalls calls;
  private final HdfsPlace place;

  HdfsFiles(FileContext context, HdfsPlace place) {
    this(HdfsCalls.of(context), place);
  }

  HdfsFiles(HdfsCalls calls, HdfsPlace place) {
    this.calls = calls;
    this.place = place;
  }

  @Override
  public String root() {
    return place.uri();
  }

  @Override
  public boolean isRemote() {
    return true;
  }

  @Override
  public DurableOutput create(String path) throws IOException {
    Path file = writable(path);
    try {
      return new HdfsOutput(calls, file, calls.create(file, NEW));
    } catch (IOException e) {
      throw HdfsErrors.of(file, e);
    }
  }

  @Override
  public LocalBuild build(String path) throws IOException {
    if (size(path).isPresent()) {
      throw new FileAlreadyExistsException(writable(path).toString());
    }
    return new StagedBuild(path, this::create);
  }

  @Override
  public void syncFolders(Collection<String> folders) {
    // The name node writes each name to its journal before it answers.
  }

  @Override
  public boolean putIfAbsent(String path, byte[] content) throws IOException {
    Path target = writable(path);
    Path temporary = writeTemporary(target, content);
    return new HdfsRename(calls, temporary, target, content).create();
  }

  @Override
  public void replace(String path, byte[] content) throws IOException {
    Path target = writable(path);
    Path temporary = writeTemporary(target, content);
    try {
      calls.rename(temporary, target, Rename.OVERWRITE);
    } catch (IOException e) {
      discard(temporary);
      throw HdfsErrors.of(target, e);
    }
  }

  @Override
  public byte[] read(String path) throws IOException {
    Path file = place.file(path);
    try (FSDataInputStream in = calls.open(file)) {
      return WholeStream.read(in, Math.max(0, in.available())); // a file's stream knows its length
    } catch (IOException e) {
      throw HdfsErrors.of(file, e);
    }
  }

  @Override
  public SeekableByteChannel open(String path) throws IOException {
    Path file = place.file(path);
    try {
      FileStatus status = calls.status(file);
      if (status.isDirectory()) {
        throw new NoSuchFileException(file.toString());
      }
      return new ReadAheadChannel(new HdfsRange(file, calls.open(file), status.getLen()));
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      throw HdfsErrors.of(file, e);
    }
  }

  @Override
  public OptionalLong size(String path) throws IOException {
    Path file = place.file(path);
    try {
      FileStatus status = calls.status(file);
      return status.isFile() ? OptionalLong.of(status.getLen()) : OptionalLong.empty();
    } catch (FileNotFoundException e) {
      return OptionalLong.empty();
    } catch (IOException e) {
      throw HdfsErrors.of(file, e);
    }
  }

  @Override
  public String tag(String path) throws IOException {
    Path file = place.file(path);
    try {
      return Long.toString(calls.status(file).getModificationTime());
    } catch (IOException e) {
      throw HdfsErrors.of(file, e);
    }
  }

  @Override
  public void move(String from, String to) throws IOException {
    Path target = writable(to);
    try {
      calls.makeFolder(target.getParent());
      calls.rename(place.file(from), target, Rename.OVERWRITE);
    } catch (IOException e) {
      throw HdfsErrors.of(target, e);
    }
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return entries(folder).stream()
        .map(HdfsFiles::name)
        .filter(name -> !StorePaths.isTemporary(name))
        .sorted()
        .toList();
  }

  @Override
  public void delete(String path) throws IOException {
    Path file = place.file(path);
    try {
      calls.delete(file, false);
    } catch (FileNotFoundException e) {
      LOG.debug("Not there: {}", file);
    } catch (IOException e) {
      throw HdfsErrors.of(file, e);
    }
  }

  @Override
  public int sweep(String folder, Instant before) throws IOException {
    int swept = 0;
    for (FileStatus entry : entries(folder)) {
      boolean isOld =
          entry.isFile()
              && StorePaths.isTemporary(entry.getPath().getName())
              && Instant.ofEpochMilli(entry.getModificationTime()).isBefore(before);
      swept += isOld && calls.delete(entry.getPath(), false) ? 1 : 0;
    }
    return swept;
  }

  @Override
  public void removeIfEmpty(String folder) throws IOException {
    Path path = place.file(folder);
    try {
      // Not "recursive": that fails, as it should, where something came meanwhile.
      calls.delete(path, false);
    } catch (IOException e) {
      if (!entries(folder).isEmpty()) {
        LOG.debug("Not removed: {}", e.toString());
      } else {
        throw HdfsErrors.of(path, e);
      }
    }
  }

  @Override
  public String toString() {
    return root();
  }

  private List<FileStatus> entries(String folder) throws IOException {
    Path path = place.folder(folder);
    List<FileStatus> entries = new ArrayList<>();
    try {
      // Page by page.
      for (RemoteIterator<FileStatus> found = calls.list(path); found.hasNext(); ) {
        FileStatus entry = found.next();
        if (!entry.getPath().equals(path)) { // a file is listed as itself
          entries.add(entry);
        }
      }
      return entries;
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw HdfsErrors.of(path, e);
    }
  }

  private static String name(FileStatus entry) {
    String name = entry.getPath().getName();
    return entry.isDirectory() ? name + "/" : name;
  }

  private Path writable(String path) {
    return place.file(StorePaths.requireLasting(path));
  }

  private Path writeTemporary(Path target, byte[] content) throws IOException {
    Path temporary = new Path(target.getParent(), StorePaths.TEMPORARY + UUID.randomUUID());
    try (FSDataOutputStream out = calls.create(temporary, NEW)) {
      out.write(content);
      out.hsync();
      return temporary;
    } catch (IOException e) {
      discard(temporary);
      throw HdfsErrors.of(target, e);
    }
  }

  // A temporary file that stays is hidden and harmless; to fail here would hide the real outcome.
  private void discard(Path temporary) {
    try {
      calls.delete(temporary, false);
    } catch (IOException e) {
      LOG.warn("Could not delete '{}', which nothing needs: {}", temporary, e.toString());
    }
  }
}
