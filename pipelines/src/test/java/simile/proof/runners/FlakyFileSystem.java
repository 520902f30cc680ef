package simile.proof.runners;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MatchResult.Status;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/** Local files as {@code flaky:///folder/file}, of which some reads fail half way. Read-only. */
public final class FlakyFileSystem extends FileSystem<FlakyResource> {
  private static final int FAILS_AFTER_BYTES = 20_000;

  /** How many more reads fail, in the whole process: runners open file systems as they like. */
  static final AtomicInteger FAILURES_LEFT = new AtomicInteger();

  /** Makes it known to Beam. */
  public static final class Registrar implements FileSystemRegistrar {
    @Override
    public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
      return List.of(new FlakyFileSystem());
    }
  }

  @Override
  protected String getScheme() {
    return FlakyResource.SCHEME;
  }

  @Override
  protected FlakyResource matchNewResource(String spec, boolean isDirectory) {
    return new FlakyResource(spec);
  }

  @Override
  protected List<MatchResult> match(List<String> specs) throws IOException {
    List<MatchResult> results = new ArrayList<>();
    for (String spec : specs) {
      FlakyResource resource = new FlakyResource(spec);
      Metadata file =
          Metadata.builder()
              .setResourceId(resource)
              .setIsReadSeekEfficient(true)
              .setSizeBytes(Files.size(resource.path()))
              .setLastModifiedMillis(Files.getLastModifiedTime(resource.path()).toMillis())
              .build();
      results.add(MatchResult.create(Status.OK, List.of(file)));
    }
    return results;
  }

  @Override
  protected ReadableByteChannel open(FlakyResource resource) throws IOException {
    return new Flaky(Files.newByteChannel(resource.path()));
  }

  @Override
  protected WritableByteChannel create(FlakyResource resource, CreateOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void copy(List<FlakyResource> from, List<FlakyResource> to) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void rename(
      List<FlakyResource> from, List<FlakyResource> to, MoveOptions... moveOptions) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void delete(Collection<FlakyResource> resources) {
    throw new UnsupportedOperationException();
  }

  private static final class Flaky implements SeekableByteChannel {
    private final SeekableByteChannel channel;
    private long read;

    Flaky(SeekableByteChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      if (read > FAILS_AFTER_BYTES && FAILURES_LEFT.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        throw new IOException("the connection was reset");
      }
      into.limit(Math.min(into.limit(), into.position() + FAILS_AFTER_BYTES + 1));
      int n = channel.read(into);
      read += n;
      return n;
    }

    @Override
    public int write(ByteBuffer from) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() throws IOException {
      return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      SeekableByteChannel unused = channel.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** The location of a local file. */
  static String location(Path file) {
    return FlakyResource.SCHEME + "://" + file.toAbsolutePath();
  }
}
