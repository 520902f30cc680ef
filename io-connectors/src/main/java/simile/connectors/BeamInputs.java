package simile.connectors;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import simile.input.FileStamp;
import simile.input.InputOpener;

/** Opens input through Beam's file systems: local files, and whatever is on the class path. */
public final class BeamInputs implements InputOpener {
  private static final long serialVersionUID = 1L;

  @Override
  public ReadableByteChannel open(String uri) throws IOException {
    return FileSystems.open(FileSystems.matchNewResource(uri, false));
  }

  @Override
  public FileStamp stamp(String uri) throws IOException {
    return stamp(FileSystems.matchSingleFileSpec(uri));
  }

  static FileStamp stamp(Metadata file) {
    return new FileStamp(file.sizeBytes(), Long.toString(file.lastModifiedMillis()));
  }
}
