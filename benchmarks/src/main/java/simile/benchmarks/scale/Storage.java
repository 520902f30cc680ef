package simile.benchmarks.scale;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** Where stores lie. */
interface Storage extends Closeable {

  /** In the words of the table. */
  String name();

  /** Where a store of that name is. */
  String location(String store);

  /** What commands and the cluster need to find it. */
  Map<String, String> environment();

  /** The processes that serve it, by role. */
  Map<String, Long> processes();

  @Override
  void close() throws IOException;
}
