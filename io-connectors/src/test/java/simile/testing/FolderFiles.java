package simile.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import simile.files.DurableOutput;
import simile.files.LocalBuild;
import simile.files.StoreFiles;

/** The plainest store: a local folder, and nothing durable. For tests of the formats. */
public record FolderFiles(Path folder) implements StoreFiles {

  @Override
  public String root() {
    return folder.toString();
  }

  @Override
  public DurableOutput create(String path) throws IOException {
    Path file = free(path);
    OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    return new DurableOutput() {
      private boolean open = true;

      @Override
      public void write(int b) throws IOException {
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        open = false;
        out.close();
      }

      @Override
      public void abandon() throws IOException {
        out.close();
        if (open) {
          Files.delete(file);
        }
        open = false;
      }
    };
  }

  @Override
  public LocalBuild build(String path) throws IOException {
    Path file = free(path);
    return new LocalBuild() {
      private boolean published;

      @Override
      public Path path() {
        return file;
      }

      @Override
      public void publish() {
        published = true;
      }

      @Override
      public void close() throws IOException {
        if (!published) {
          Files.deleteIfExists(file);
        }
      }
    };
  }

  @Override
  public void syncFolders(Collection<String> folders) {}

  @Override
  public boolean putIfAbsent(String path, byte[] content) throws IOException {
    try {
      Files.write(free(path), content, StandardOpenOption.CREATE_NEW);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  @Override
  public void replace(String path, byte[] content) throws IOException {
    Path temporary = Files.createTempFile(folder, "replace", "");
    Files.write(temporary, content);
    Files.move(temporary, folder.resolve(path), StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public byte[] read(String path) throws IOException {
    return Files.readAllBytes(folder.resolve(path));
  }

  @Override
  public SeekableByteChannel open(String path) throws IOException {
    return Files.newByteChannel(folder.resolve(path));
  }

  @Override
  public OptionalLong size(String path) throws IOException {
    Path file = folder.resolve(path);
    return Files.exists(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
  }

  @Override
  public List<String> list(String path) throws IOException {
    Path listed = folder.resolve(path);
    if (!Files.isDirectory(listed)) {
      return List.of();
    }
    try (Stream<Path> names = Files.list(listed)) {
      return names.map(p -> p.getFileName() + (Files.isDirectory(p) ? "/" : "")).sorted().toList();
    }
  }

  @Override
  public void delete(String path) throws IOException {
    Files.deleteIfExists(folder.resolve(path));
  }

  private Path free(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    return file;
  }
}
