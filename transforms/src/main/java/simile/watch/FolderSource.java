package simile.watch;

import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * The windows of a watched folder, as a source for Beam. It has one reader. What is watched, the
 * options say; see {@link WatchOptions}.
 */
final class FolderSource extends UnboundedSource<Window, WatchMark> {
  private static final long serialVersionUID = 1L;

  @Override
  public List<FolderSource> split(int desiredNumSplits, PipelineOptions options) {
    return List.of(this);
  }

  @Override
  public FolderReader createReader(PipelineOptions options, WatchMark mark) {
    WatchPlan plan = WatchOptions.plan(options);
    return new FolderReader(this, plan, mark == null ? WatchMark.NONE : mark);
  }

  @Override
  public Coder<WatchMark> getCheckpointMarkCoder() {
    return SerializableCoder.of(WatchMark.class);
  }

  @Override
  public Coder<Window> getOutputCoder() {
    return SerializableCoder.of(Window.class);
  }
}
