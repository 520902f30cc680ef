package simile.proof;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import simile.input.FileStamp;
import simile.input.InputOpener;
import simile.input.SourceFile;

/** Input files of one local folder, by their relative names. */
public final class LocalInputs implements InputOpener {
  private static final long serialVersionUID = 1L;

  private final String folder;

  public LocalInputs(Path folder) {
    this.folder = folder.toString();
  }

  /** The files as they are now. */
  public List<SourceFile> files(String... names) throws IOException {
    java.util.ArrayList<SourceFile> files = new java.util.ArrayList<>();
    for (String name : names) {
      files.add(new SourceFile(name, stamp(name)));
    }
    return files;
  }

  @Override
  public ReadableByteChannel open(String uri) throws IOException {
    return Files.newByteChannel(path(uri));
  }

  @Override
  public FileStamp stamp(String uri) throws IOException {
    return new FileStamp(Files.size(path(uri)), "");
  }

  private Path path(String uri) {
    return Path.of(folder).resolve(uri);
  }
}
