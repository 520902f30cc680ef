package simile.connectors;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Vectors in NumPy's NPZ files: arrays {@code ids} and {@code embeddings} ({@code float32[n, d]}).
 *
 * <pre>{@code
 * PCollection<IdVector> vectors = pipeline.apply(NpzIO.read().from("/data/vectors/*.npz"));
 * PCollection<WrittenFile> files =
 *     vectors.apply(NpzIO.write().to("/data/out").withPrefix("embeddings").withShards(2));
 * }</pre>
 *
 * <table>
 *   <caption>Options</caption>
 *   <tr><th>option</th><th>default</th><th>meaning</th></tr>
 *   <tr><td>{@code from}</td><td>required</td><td>a file or glob of any Beam file system</td></tr>
 *   <tr><td>{@code to}</td><td>required</td><td>a folder of any Beam file system</td></tr>
 *   <tr><td>{@code withPrefix}</td><td>{@code part}</td><td>what names start with</td></tr>
 *   <tr><td>{@code withShards}</td><td>4</td><td>files written at once; empty ones are not</td></tr>
 *   <tr><td>{@code withTargetBytes}</td><td>64 MiB</td><td>a file's size, held in memory by each
 *     writer</td></tr>
 * </table>
 *
 * <p>Reading takes what {@link simile.npz.NpzReader} takes, a file a step of work, and refuses
 * everything else: it never loads a pickle. In a written file ids ascend and are unique (of two
 * with one id, one stays); all vectors of a file have one dimension.
 */
public final class NpzIO {
  private static final long TARGET_BYTES = 64L << 20;

  private NpzIO() {}

  /** Reads vectors. Say where {@link Read#from}. */
  public static Read read() {
    return new Read("");
  }

  /** Writes vectors. Say where {@link Write#to}. */
  public static Write write() {
    return new Write(WriteTarget.of("", TARGET_BYTES));
  }

  /** See {@link NpzIO}. */
  public static final class Read extends PTransform<PBegin, PCollection<IdVector>> {
    private static final long serialVersionUID = 1L;
    private final String pattern;

    private Read(String pattern) {
      this.pattern = pattern;
    }

    public Read from(String newPattern) {
      return new Read(newPattern);
    }

    @Override
    public PCollection<IdVector> expand(PBegin input) {
      return input.apply(
          new ReadFiles<>(
              Required.option("NpzIO.read().from(…)", pattern),
              new ReadNpzFn(),
              IdVectorCoder.of()));
    }
  }

  /** See {@link NpzIO}. */
  public static final class Write
      extends PTransform<PCollection<IdVector>, PCollection<WrittenFile>> {
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
    public PCollection<WrittenFile> expand(PCollection<IdVector> input) {
      Required.option("NpzIO.write().to(…)", target.folder());
      return input.apply(new ShardedWrite<>(target, new NpzSink.Factory()));
    }
  }
}
