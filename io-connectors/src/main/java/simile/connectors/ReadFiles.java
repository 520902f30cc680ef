package simile.connectors;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.io.Compression;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** Finds files, spreads them over the workers, and reads each with a function. */
final class ReadFiles<T> extends PTransform<PBegin, PCollection<T>> {
  private static final long serialVersionUID = 1L;

  private final String pattern;
  private final DoFn<FileIO.ReadableFile, T> reader;
  private final Coder<T> coder;

  ReadFiles(String pattern, DoFn<FileIO.ReadableFile, T> reader, Coder<T> coder) {
    this.pattern = pattern;
    this.reader = reader;
    this.coder = coder;
  }

  @Override
  public PCollection<T> expand(PBegin input) {
    return input
        .apply("Find files", FileIO.match().filepattern(pattern))
        .apply("Open files", FileIO.readMatches().withCompression(Compression.AUTO))
        .apply("Spread files", Reshuffle.viaRandomKey())
        .apply("Read files", ParDo.of(reader))
        .setCoder(coder);
  }
}
