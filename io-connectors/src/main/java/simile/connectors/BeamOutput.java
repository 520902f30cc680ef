package simile.connectors;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import simile.files.DurableOutput;

/** A new file of one of Beam's file systems; as durable as that makes a closed file. */
final class BeamOutput extends DurableOutput {
  private final ResourceId file;
  private final OutputStream out;
  private boolean finished;

  BeamOutput(ResourceId file) throws IOException {
    this.file = file;
    this.out = Channels.newOutputStream(FileSystems.create(file, "application/octet-stream"));
  }

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
    out.close();
    finished = true;
  }

  @Override
  public void abandon() throws IOException {
    if (!finished) {
      finished = true;
      out.close();
      FileSystems.delete(List.of(file), StandardMoveOptions.IGNORE_MISSING_FILES);
    }
  }
}
