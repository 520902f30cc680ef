package simile.connectors;

import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Lines of JSON, as they are: nothing is parsed and nothing is mended.
 *
 * <pre>{@code
 * PCollection<String> lines = pipeline.apply(JsonlIO.read().from("/data/*.jsonl"));
 * PCollection<WrittenFile> files = lines.apply(JsonlIO.write().to("/data/out"));
 * }</pre>
 *
 * <table>
 *   <caption>Options</caption>
 *   <tr><th>option</th><th>default</th><th>meaning</th></tr>
 *   <tr><td>{@code from}</td><td>required</td><td>a file or glob of any Beam file system; {@code
 *     .gz}, {@code .zst}, {@code .bz2} by name</td></tr>
 *   <tr><td>{@code withMaxLineBytes}</td><td>16 MiB</td><td>a longer line fails the read</td></tr>
 *   <tr><td>{@code withRangeBytes}</td><td>64 MiB</td><td>how much of a plain file is read at
 *     once</td></tr>
 *   <tr><td>{@code to}</td><td>required</td><td>a folder of any Beam file system</td></tr>
 *   <tr><td>{@code withPrefix}</td><td>{@code part}</td><td>what names start with</td></tr>
 *   <tr><td>{@code withShards}</td><td>4</td><td>files written at once; empty ones are not</td></tr>
 *   <tr><td>{@code withTargetBytes}</td><td>256 MiB</td><td>a file's size, about</td></tr>
 * </table>
 *
 * <p>Plain files are read in ranges, side by side; compressed ones whole. Blank lines are left out;
 * a byte order mark at a file's start and the CR before an LF are framing. Lines come as {@code
 * byte[]} from {@link #readBytes}; as strings, a line that is not UTF-8 fails the read.
 */
public final class JsonlIO {
  private static final long TARGET_BYTES = 256L << 20;
  private static final int MAX_LINE_BYTES = 16 << 20;
  private static final long RANGE_BYTES = 64L << 20;

  private JsonlIO() {}

  /** Reads lines as strings. Say where {@link Read#from}. */
  public static Read read() {
    return new Read(readBytes());
  }

  /** Reads lines as bytes. Say where {@link ReadBytes#from}. */
  public static ReadBytes readBytes() {
    return new ReadBytes("", MAX_LINE_BYTES, RANGE_BYTES);
  }

  /** Writes lines. Say where {@link Write#to}. */
  public static Write write() {
    return new Write(WriteTarget.of("", TARGET_BYTES));
  }

  /** See {@link JsonlIO}. */
  public static final class Read extends PTransform<PBegin, PCollection<String>> {
    private static final long serialVersionUID = 1L;
    private final ReadBytes bytes;

    private Read(ReadBytes bytes) {
      this.bytes = bytes;
    }

    public Read from(String pattern) {
      return new Read(bytes.from(pattern));
    }

    public Read withMaxLineBytes(int max) {
      return new Read(bytes.withMaxLineBytes(max));
    }

    /** How much of a plain file is read at once; 64 MiB unless told. */
    public Read withRangeBytes(long size) {
      return new Read(bytes.withRangeBytes(size));
    }

    @Override
    public PCollection<String> expand(PBegin input) {
      return input
          .apply("Read lines", bytes)
          .apply(
              "Decode UTF-8", MapElements.into(TypeDescriptors.strings()).via(StrictUtf8::decode))
          .setCoder(StringUtf8Coder.of());
    }
  }

  /** See {@link JsonlIO}. */
  public static final class ReadBytes extends PTransform<PBegin, PCollection<byte[]>> {
    private static final long serialVersionUID = 1L;
    private final String pattern;
    private final int maxLineBytes;

    private final long rangeBytes;

    private ReadBytes(String pattern, int maxLineBytes, long rangeBytes) {
      this.pattern = pattern;
      this.maxLineBytes = maxLineBytes;
      this.rangeBytes = rangeBytes;
    }

    public ReadBytes from(String newPattern) {
      return new ReadBytes(newPattern, maxLineBytes, rangeBytes);
    }

    public ReadBytes withMaxLineBytes(int max) {
      return new ReadBytes(pattern, max, rangeBytes);
    }

    /** How much of a plain file is read at once; 64 MiB unless told. */
    public ReadBytes withRangeBytes(long bytes) {
      return new ReadBytes(pattern, maxLineBytes, bytes);
    }

    @Override
    public PCollection<byte[]> expand(PBegin input) {
      return input.apply(
          new ReadFiles<>(
              Required.option("JsonlIO.read().from(…)", pattern),
              new ReadLinesFn(maxLineBytes, rangeBytes),
              ByteArrayCoder.of()));
    }
  }

  /** See {@link JsonlIO}. */
  public static final class Write
      extends PTransform<PCollection<String>, PCollection<WrittenFile>> {
    private static final long serialVersionUID = 1L;
    private final WriteTarget target;

    private Write(WriteTarget target) {
      this.target = target;
    }

    public Write to(String folder) {
      return new Write(target.withFolder(folder));
    }

    public Write withPrefix(String prefix) {
      return new Write(target.withPrefix(prefix));
    }

    public Write withShards(int shards) {
      return new Write(target.withShards(shards));
    }

    public Write withTargetBytes(long bytes) {
      return new Write(target.withTargetBytes(bytes));
    }

    @Override
    public PCollection<WrittenFile> expand(PCollection<String> input) {
      Required.option("JsonlIO.write().to(…)", target.folder());
      return input.apply(new ShardedWrite<>(target, new JsonlSink.Factory()));
    }
  }
}
