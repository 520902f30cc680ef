package simile.connectors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import org.apache.beam.sdk.io.Compression;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.range.OffsetRange;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;

/**
 * Reads the lines that start in a range of a file. A range that does not begin the file skips to
 * the first line feed at or behind the byte before it.
 */
@DoFn.BoundedPerElement
final class ReadLinesFn extends DoFn<FileIO.ReadableFile, byte[]> {
  private static final long serialVersionUID = 1L;
  private final int maxLineBytes;
  private final long rangeBytes;

  ReadLinesFn(int maxLineBytes, long rangeBytes) {
    this.maxLineBytes = maxLineBytes;
    this.rangeBytes = rangeBytes;
  }

  /** Compressed files cannot be entered in the middle: they are one range of one place. */
  @GetInitialRestriction
  public OffsetRange whole(@Element FileIO.ReadableFile file) {
    return new OffsetRange(0, isPlain(file) ? file.getMetadata().sizeBytes() : 1);
  }

  @SplitRestriction
  public void split(
      @Element FileIO.ReadableFile file,
      @Restriction OffsetRange whole,
      OutputReceiver<OffsetRange> out) {
    whole.split(rangeBytes, 1).forEach(out::output);
  }

  @ProcessElement
  public void process(
      @Element FileIO.ReadableFile file,
      RestrictionTracker<OffsetRange, Long> tracker,
      OutputReceiver<byte[]> out)
      throws IOException {
    try (InputStream in = open(file, tracker.currentRestriction().getFrom())) {
      long from = tracker.currentRestriction().getFrom();
      RangeLines lines =
          new RangeLines(
              in, Math.max(0, from - 1), maxLineBytes, file.getMetadata().resourceId().toString());
      if (from > 0) {
        lines.skipLine();
      }
      boolean plain = isPlain(file);
      boolean mine = plain || tracker.tryClaim(0L);
      while (mine) {
        boolean found = lines.next();
        // Without a further line the rest of the range is claimed, so that it counts as done.
        mine = plain ? tracker.tryClaim(found ? lines.start() : Long.MAX_VALUE) : found;
        if (mine && !lines.isBlank()) {
          out.output(lines.line());
        }
      }
    }
  }

  private static InputStream open(FileIO.ReadableFile file, long from) throws IOException {
    if (from == 0) {
      return Channels.newInputStream(file.open());
    }
    SeekableByteChannel channel = file.openSeekable();
    channel.position(from - 1);
    return Channels.newInputStream((ReadableByteChannel) channel);
  }

  private static boolean isPlain(FileIO.ReadableFile file) {
    return file.getCompression() == Compression.UNCOMPRESSED
        && file.getMetadata().isReadSeekEfficient();
  }
}
