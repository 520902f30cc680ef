package simile.query;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import simile.files.StoreFiles;

/** The opened segments of a query. */
final class SegmentSources implements Closeable {
  private final List<SegmentSource> sources = new ArrayList<>();

  private SegmentSources() {}

  static SegmentSources open(StoreFiles files, List<QueryRunner.Live> segments) throws IOException {
    SegmentSources opened = new SegmentSources();
    try {
      for (QueryRunner.Live live : segments) {
        opened.sources.add(SegmentSource.open(files, live.segment(), live.commit()));
      }
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  List<SegmentSource> list() {
    return sources;
  }

  @Override
  public void close() throws IOException {
    for (SegmentSource source : sources) {
      source.close();
    }
  }
}
