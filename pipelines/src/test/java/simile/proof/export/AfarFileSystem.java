package simile.proof.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MatchResult.Status;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/** Local folders as {@code afar:///folder}, as if Beam alone could reach them; some writes fail. */
public final class AfarFileSystem extends FileSystem<AfarResource> {
  /**
   * How many more writes of parts fail, in the whole process: runners open file systems as they
   * like.
   */
  static final AtomicInteger FAILURES_LEFT = new AtomicInteger();

  /** The same for all other writes, the first of which is the claim. */
  static final AtomicInteger OTHER_FAILURES_LEFT = new AtomicInteger();

  /** Makes it known to Beam. */
  public static final class Registrar implements FileSystemRegistrar {
    @Override
    public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
      return List.of(new AfarFileSystem());
    }
  }

  @Override
  protected String getScheme() {
    return AfarResource.SCHEME;
  }

  @Override
  protected AfarResource matchNewResource(String spec, boolean isDirectory) {
    return new AfarResource(isDirectory && !spec.endsWith("/") ? spec + "/" : spec);
  }

  @Override
  protected List<MatchResult> match(List<String> specs) throws IOException {
    List<MatchResult> results = new ArrayList<>();
    for (String spec : specs) {
      results.add(
          MatchResult.create(
              Status.OK,
              spec.endsWith("**")
                  ? below(new AfarResource(spec.substring(0, spec.length() - 2)).path())
                  : one(new AfarResource(spec).path())));
    }
    return results;
  }

  private static List<Metadata> one(Path file) throws IOException {
    return Files.isRegularFile(file) ? List.of(metadata(file)) : List.of();
  }

  private static List<Metadata> below(Path folder) throws IOException {
    List<Metadata> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          found.add(metadata(file));
        }
      }
    }
    return found;
  }

  private static Metadata metadata(Path file) throws IOException {
    return Metadata.builder()
        .setResourceId(new AfarResource(AfarResource.SCHEME + "://" + file))
        .setIsReadSeekEfficient(true)
        .setSizeBytes(Files.size(file))
        .setLastModifiedMillis(Files.getLastModifiedTime(file).toMillis())
        .build();
  }

  @Override
  protected ReadableByteChannel open(AfarResource resource) throws IOException {
    return FileChannel.open(resource.path(), StandardOpenOption.READ);
  }

  @Override
  protected WritableByteChannel create(AfarResource resource, CreateOptions options)
      throws IOException {
    Files.createDirectories(resource.path().getParent());
    WritableByteChannel file =
        Files.newByteChannel(
            resource.path(),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    return new Failing(file, isPart(resource) ? FAILURES_LEFT : OTHER_FAILURES_LEFT);
  }

  @Override
  protected void copy(List<AfarResource> from, List<AfarResource> to) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void rename(List<AfarResource> from, List<AfarResource> to, MoveOptions... moveOptions)
      throws IOException {
    for (int i = 0; i < from.size(); i++) {
      Files.createDirectories(to.get(i).path().getParent());
      Files.move(from.get(i).path(), to.get(i).path(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  protected void delete(Collection<AfarResource> resources) throws IOException {
    for (AfarResource resource : resources) {
      Files.deleteIfExists(resource.path());
    }
  }

  /** What workers write, and a runner repeats. */
  private static boolean isPart(AfarResource resource) {
    return resource.path().getFileName().toString().startsWith("part-");
  }

  private record Failing(WritableByteChannel channel, AtomicInteger left)
      implements WritableByteChannel {
    @Override
    public int write(ByteBuffer bytes) throws IOException {
      if (left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        throw new IOException("the connection was reset");
      }
      return channel.write(bytes);
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

  /** The location of a local file or folder. */
  static String location(Path file) {
    return AfarResource.SCHEME + "://" + file.toAbsolutePath();
  }
}
