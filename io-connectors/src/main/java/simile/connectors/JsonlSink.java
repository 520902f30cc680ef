package simile.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.beam.sdk.io.fs.ResourceId;
import simile.files.HashedOutput;

/** Writes lines, each ended by a line feed. */
final class JsonlSink implements FileSink<String> {
  private final ResourceId file;
  private final HashedOutput out;
  private long lines;

  private JsonlSink(ResourceId file) throws IOException {
    this.file = file;
    this.out = new HashedOutput(new BeamOutput(file), 1 << 17);
  }

  static final class Factory implements FileSink.Factory<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public FileSink<String> open(ResourceId file) throws IOException {
      return new JsonlSink(file);
    }

    @Override
    public String suffix() {
      return ".jsonl";
    }
  }

  @Override
  public void add(String line) throws IOException {
    if (line.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(
          "a line of JSONL must not hold a line feed; write the JSON without pretty printing");
    }
    out.write(line.getBytes(UTF_8));
    out.write('\n');
    lines++;
  }

  @Override
  public long bytes() {
    return out.count();
  }

  @Override
  public WrittenFile finish() throws IOException {
    long bytes = out.count();
    return new WrittenFile(file.toString(), lines, bytes, out.finish());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
