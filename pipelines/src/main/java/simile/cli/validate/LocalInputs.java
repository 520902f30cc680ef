package simile.cli.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import simile.input.FileStamp;
import simile.input.InputOpener;
import simile.input.LocalFileList;

/** Opens local files, and standard input as {@code -}. */
final class LocalInputs implements InputOpener {
  private static final String STANDARD_INPUT = "-";
  private static final long serialVersionUID = 1L;
  private static final FileStamp STREAM = new FileStamp(0, "");

  private final transient InputStream standardInput;

  LocalInputs(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /** The files that an input names. */
  List<String> list(String input) throws IOException {
    return input.equals(STANDARD_INPUT)
        ? List.of(input)
        : LocalFileList.of(input).stream().map(Path::toString).toList();
  }

  @Override
  public ReadableByteChannel open(String uri) throws IOException {
    return uri.equals(STANDARD_INPUT)
        ? Channels.newChannel(standardInput)
        : Files.newByteChannel(Path.of(uri));
  }

  @Override
  public FileStamp stamp(String uri) throws IOException {
    if (uri.equals(STANDARD_INPUT)) {
      return STREAM;
    }
    Path path = Path.of(uri);
    // A pipe has no size and no time that tell anything.
    return Files.isRegularFile(path)
        ? new FileStamp(Files.size(path), Files.getLastModifiedTime(path).toString())
        : STREAM;
  }
}
