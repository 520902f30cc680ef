package simile.compact;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import simile.files.StoreFiles;
import simile.merge.SegmentSource;
import simile.merge.SoundFiles;
import simile.npz.SegmentVectors;
import simile.segment.DataFile;
import simile.segment.FileKind;

/**
 * Vectors of segments, each file of which is compared with the log's SHA-256 once, however many
 * ranges it has rows of: a vector has no checksum of its own.
 */
final class KnownVectors {
  private final SoundFiles sound;

  KnownVectors(StoreFiles files) {
    this.sound = new SoundFiles(files);
  }

  Reader open() {
    return new Reader();
  }

  private SegmentVectors open(SegmentSource source) throws IOException {
    DataFile file =
        source
            .segment()
            .file(FileKind.NPZ)
            .orElseThrow(
                () -> new IOException("segment " + source.segment().name() + " has no NPZ"));
    return sound.vectors(file);
  }

  /** Reads the vectors of one segment after the other; one file is open at a time. */
  final class Reader implements Closeable {
    private Optional<SegmentSource> current = Optional.empty();
    private Optional<SegmentVectors> vectors = Optional.empty();

    /** {@code float32[dimension]}. */
    float[] read(SegmentSource source, long index) throws IOException {
      if (current.filter(known -> known == source).isEmpty()) {
        close();
        vectors = Optional.of(KnownVectors.this.open(source));
        current = Optional.of(source);
      }
      return vectors.orElseThrow().read(index);
    }

    @Override
    public void close() throws IOException {
      if (vectors.isPresent()) {
        vectors.get().close();
      }
      vectors = Optional.empty();
      current = Optional.empty();
    }
  }
}
