package simile.watch;

import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** Looks at a folder every now and then, and yields windows of the files that came. */
public final class WatchFolder extends PTransform<PBegin, PCollection<Window>> {
  private static final long serialVersionUID = 1L;

  private final WatchPlan plan;

  private WatchFolder(WatchPlan plan) {
    this.plan = plan;
  }

  public static WatchFolder of(WatchPlan plan) {
    return new WatchFolder(plan);
  }

  @Override
  public PCollection<Window> expand(PBegin begin) {
    WatchOptions.put(plan, begin.getPipeline().getOptions());
    return begin.apply("Look", Read.from(new FolderSource()));
  }
}
