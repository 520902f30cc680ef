package simile.watch;

import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/** Ingests windows: each becomes one commit, or none. */
public final class IngestWindows
    extends PTransform<PCollection<Window>, PCollection<WindowOutcome>> {
  private static final long serialVersionUID = 1L;

  private IngestWindows() {}

  public static IngestWindows create() {
    return new IngestWindows();
  }

  @Override
  public PCollection<WindowOutcome> expand(PCollection<Window> windows) {
    KvCoder<String, WindowPart> parts =
        KvCoder.of(StringUtf8Coder.of(), SerializableCoder.of(WindowPart.class));
    PCollectionTuple split =
        windows.apply(
            "Split windows",
            ParDo.of(new SplitWindowFn())
                .withOutputTags(SplitWindowFn.SPLITS, TupleTagList.of(SplitWindowFn.PLANS)));
    PCollection<KV<String, WindowPart>> written =
        split
            .get(SplitWindowFn.SPLITS)
            .setCoder(SerializableCoder.of(WindowSplit.class))
            .apply("Spread", Reshuffle.viaRandomKey())
            .apply("Write segments", ParDo.of(new WriteWindowFn()))
            .setCoder(parts);
    return PCollectionList.of(split.get(SplitWindowFn.PLANS).setCoder(parts))
        .and(written)
        .apply("With plans", Flatten.pCollections())
        .apply("Gather", ParDo.of(new GatherWindowFn()))
        .setCoder(SerializableCoder.of(GatheredWindow.class))
        .apply("Commit", ParDo.of(new CommitWindowFn()))
        .setCoder(SerializableCoder.of(WindowOutcome.class));
  }
}
