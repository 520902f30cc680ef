package simile.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.transforms.DoFn;
import simile.jsonl.LongLineSink;
import simile.jsonl.Slab;
import simile.parquet.format.ParquetLimits;
import simile.parquet.read.ParquetLines;

/** Reads one Parquet file. */
final class ReadParquetFn extends DoFn<FileIO.ReadableFile, String> {
  private static final long serialVersionUID = 1L;
  private static final int SLAB_BYTES = 4 << 20;
  private static final int MAX_LINE_BYTES = 16 << 20;

  @ProcessElement
  public void process(@Element FileIO.ReadableFile file, OutputReceiver<String> out)
      throws IOException {
    String name = file.getMetadata().resourceId().toString();
    try (LocalCopy copy = LocalCopy.of(file.getMetadata().resourceId());
        FileChannel channel = FileChannel.open(copy.path());
        ParquetLines lines =
            ParquetLines.open(
                channel,
                name,
                0,
                Long.MAX_VALUE,
                SLAB_BYTES,
                MAX_LINE_BYTES,
                ParquetLimits.defaults())) {
      LongLineSink tooLong = new NoLongLines(name);
      Optional<Slab> slab = lines.next(tooLong);
      while (slab.isPresent()) {
        output(slab.get(), out);
        slab = lines.next(tooLong);
      }
    }
  }

  private static void output(Slab slab, OutputReceiver<String> out) {
    for (int i = 0; i < slab.lines(); i++) {
      out.output(new String(slab.bytes(), slab.start(i), slab.end(i) - slab.start(i), UTF_8));
    }
  }

  /** Fails at the first line that is too long. */
  private record NoLongLines(String file) implements LongLineSink {
    @Override
    public void begin(long offset, long number) throws IOException {
      throw new IOException(
          "%s: row %d is longer than %d bytes".formatted(file, offset, MAX_LINE_BYTES));
    }

    @Override
    public void piece(byte[] bytes, int start, int length) {}

    @Override
    public void end() {}
  }
}
