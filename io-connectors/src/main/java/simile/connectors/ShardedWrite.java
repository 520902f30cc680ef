package simile.connectors;

import java.util.concurrent.ThreadLocalRandom;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Spreads elements over shards and writes each shard to files of its own. */
final class ShardedWrite<T> extends PTransform<PCollection<T>, PCollection<WrittenFile>> {
  private static final long serialVersionUID = 1L;

  private final WriteTarget target;
  private final FileSink.Factory<T> sinks;

  ShardedWrite(WriteTarget target, FileSink.Factory<T> sinks) {
    this.target = target;
    this.sinks = sinks;
  }

  @Override
  public PCollection<WrittenFile> expand(PCollection<T> input) {
    int shards = target.shards();
    return input
        .apply(
            "Choose shards",
            WithKeys.of((T element) -> ThreadLocalRandom.current().nextInt(shards))
                .withKeyType(TypeDescriptors.integers()))
        .apply("Gather shards", GroupByKey.create())
        .apply("Write files", ParDo.of(new WriteShardFn<>(target, sinks)));
  }
}
