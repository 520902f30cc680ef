package simile.connectors;

import java.util.List;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import simile.parquet.ParquetField;

/**
 * Lines of JSON as Parquet, and rows of Parquet as lines of JSON.
 *
 * <pre>{@code
 * PCollection<String> lines = pipeline.apply(ParquetIO.read().from("/data/*.parquet"));
 * PCollection<WrittenFile> files =
 *     lines.apply(
 *         ParquetIO.write()
 *             .to("/data/out")
 *             .withFields(
 *                 new ParquetField("id", ParquetType.TEXT),
 *                 new ParquetField("score", ParquetType.REAL)));
 * }</pre>
 *
 * <table>
 *   <caption>Options</caption>
 *   <tr><th>option</th><th>default</th><th>meaning</th></tr>
 *   <tr><td>{@code from}</td><td>required</td><td>a file or glob of any Beam file system</td></tr>
 *   <tr><td>{@code to}</td><td>required</td><td>a folder of any Beam file system</td></tr>
 *   <tr><td>{@code withFields}</td><td>none</td><td>members that get columns; all others go to the
 *     column {@code _extra}</td></tr>
 *   <tr><td>{@code withPrefix}</td><td>{@code part}</td><td>what names start with</td></tr>
 *   <tr><td>{@code withShards}</td><td>4</td><td>files written at once; empty ones are not</td></tr>
 *   <tr><td>{@code withTargetBytes}</td><td>256 MiB</td><td>a file's size, about</td></tr>
 * </table>
 *
 * <p>What becomes of which type is in {@link simile.parquet}. Reading takes a file a step of work.
 * A line that is no JSON object fails the write.
 */
public final class ParquetIO {
  private static final long TARGET_BYTES = 256L << 20;

  private ParquetIO() {}

  /** Reads rows. Say where {@link Read#from}. */
  public static Read read() {
    return new Read("");
  }

  /** Writes lines. Say where {@link Write#to}. */
  public static Write write() {
    return new Write(WriteTarget.of("", TARGET_BYTES), List.of());
  }

  /** See {@link ParquetIO}. */
  public static final class Read extends PTransform<PBegin, PCollection<String>> {
    private static final long serialVersionUID = 1L;
    private final String pattern;

    private Read(String pattern) {
      this.pattern = pattern;
    }

    public Read from(String newPattern) {
      return new Read(newPattern);
    }

    @Override
    public PCollection<String> expand(PBegin input) {
      return input.apply(
          new ReadFiles<>(
              Required.option("ParquetIO.read().from(…)", pattern),
              new ReadParquetFn(),
              StringUtf8Coder.of()));
    }
  }

  /** See {@link ParquetIO}. */
  public static final class Write
      extends PTransform<PCollection<String>, PCollection<WrittenFile>> {
    private static final long serialVersionUID = 1L;
    private final WriteTarget target;
    private final List<ParquetField> fields;

    private Write(WriteTarget target, List<ParquetField> fields) {
      this.target = target;
      this.fields = fields;
    }

    public Write to(String folder) {
      return new Write(target.withFolder(folder), fields);
    }

    public Write withFields(ParquetField... newFields) {
      return new Write(target, List.of(newFields));
    }

    public Write withPrefix(String prefix) {
      return new Write(target.withPrefix(prefix), fields);
    }

    public Write withShards(int shards) {
      return new Write(target.withShards(shards), fields);
    }

    public Write withTargetBytes(long bytes) {
      return new Write(target.withTargetBytes(bytes), fields);
    }

    @Override
    public PCollection<WrittenFile> expand(PCollection<String> input) {
      Required.option("ParquetIO.write().to(…)", target.folder());
      return input.apply(new ShardedWrite<>(target, new ParquetSink.Factory(fields)));
    }
  }
}
