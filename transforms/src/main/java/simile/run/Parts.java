package simile.run;

import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * The parts of a run, each of which whichever worker is free takes. Must be followed by the work
 * itself, without a shuffle between: a shuffle deals all parts out before any work is done, by the
 * hash of a key, so that of eight parts one of two workers easily gets six.
 *
 * @param <T> what describes a part
 */
public final class Parts<T extends Serializable> extends PTransform<PBegin, PCollection<T>> {
  private static final long serialVersionUID = 1L;

  private final PartSource<T> source;

  private Parts(PartSource<T> source) {
    this.source = source;
  }

  /** The parts of a list, in its order as far as that goes. */
  public static <T extends Serializable> Parts<T> of(List<T> parts, Class<T> type) {
    return new Parts<>(new PartSource<>(List.copyOf(parts), type));
  }

  @Override
  public PCollection<T> expand(PBegin start) {
    return start.apply("Take", Read.from(source));
  }
}
