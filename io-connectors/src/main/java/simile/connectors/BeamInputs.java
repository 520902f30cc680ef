package simile.connectors;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import simile.files.StoreFilesOpener;
import simile.files.StoredFile;
import simile.input.FileStamp;
import simile.input.InputOpener;

/**
 * Opens input: where a store can be too through {@link StoreFilesOpener}, else through Beam's file
 * systems, local files and whatever is on the class path.
 */
public final class BeamInputs implements InputOpener {
  private static final long serialVersionUID = 1L;

  @Override
  public ReadableByteChannel open(String uri) throws IOException {
    StoreFilesOpener opener = StoreFilesOpener.fromClassPath();
    if (opener.isRemote(uri)) {
      return StoredFile.of(opener, uri).open();
    }
    return FileSystems.open(FileSystems.matchNewResource(uri, false));
  }

  @Override
  public FileStamp stamp(String uri) throws IOException {
    StoreFilesOpener opener = StoreFilesOpener.fromClassPath();
    if (opener.isRemote(uri)) {
      return stamp(StoredFile.of(opener, uri));
    }
    return stamp(FileSystems.matchSingleFileSpec(uri));
  }

  static FileStamp stamp(StoredFile file) throws IOException {
    String tag = file.tag(); // first: a file that is not there has no size either
    return new FileStamp(file.size().orElse(0), tag);
  }

  static FileStamp stamp(Metadata file) {
    return new FileStamp(file.sizeBytes(), Long.toString(file.lastModifiedMillis()));
  }
}
