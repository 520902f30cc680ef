package simile.run;

import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.options.PipelineOptions;

/** A source that splits into its elements, one each, whatever size a runner asks for. */
final class PartSource<T extends Serializable> extends BoundedSource<T> {
  private static final long serialVersionUID = 1L;

  private final List<T> parts;
  private final Class<T> type;

  PartSource(List<T> parts, Class<T> type) {
    this.parts = parts;
    this.type = type;
  }

  @Override
  public List<PartSource<T>> split(long desiredBytes, PipelineOptions options) {
    return parts.size() < 2
        ? List.of(this)
        : parts.stream().map(part -> new PartSource<>(List.of(part), type)).toList();
  }

  /** What a part stands for may be any size; only the number counts. */
  @Override
  public long getEstimatedSizeBytes(PipelineOptions options) {
    return parts.size();
  }

  @Override
  public Coder<T> getOutputCoder() {
    return SerializableCoder.of(type);
  }

  @Override
  public BoundedReader<T> createReader(PipelineOptions options) {
    return new Reader<>(this);
  }

  private static final class Reader<T extends Serializable> extends BoundedReader<T> {
    private final PartSource<T> source;
    private int next;

    Reader(PartSource<T> source) {
      this.source = source;
    }

    @Override
    public boolean start() {
      return advance();
    }

    @Override
    public boolean advance() {
      next++;
      return next <= source.parts.size();
    }

    @Override
    public T getCurrent() {
      return source.parts.get(next - 1);
    }

    @Override
    public BoundedSource<T> getCurrentSource() {
      return source;
    }

    @Override
    public void close() {}
  }
}
