package simile.connectors;

import java.io.IOException;
import java.util.Iterator;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Writes one shard, as one file or several. */
final class WriteShardFn<T> extends DoFn<KV<Integer, Iterable<T>>, WrittenFile> {
  private static final long serialVersionUID = 1L;

  private final WriteTarget target;
  private final FileSink.Factory<T> sinks;

  WriteShardFn(WriteTarget target, FileSink.Factory<T> sinks) {
    this.target = target;
    this.sinks = sinks;
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<T>> shard, OutputReceiver<WrittenFile> written)
      throws IOException {
    Iterator<T> elements = shard.getValue().iterator();
    while (elements.hasNext()) {
      try (FileSink<T> sink = sinks.open(target.newFile(shard.getKey(), sinks.suffix()))) {
        while (elements.hasNext() && sink.bytes() < target.targetBytes()) {
          sink.add(elements.next());
        }
        written.output(sink.finish());
      }
    }
  }
}
