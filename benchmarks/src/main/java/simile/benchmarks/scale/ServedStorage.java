package simile.benchmarks.scale;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A server in a process of its own.
 *
 * @param role what its process is called in tables
 * @param more variables that those who use it need, besides the server's own
 */
record ServedStorage(String name, String role, ServerProcess server, Map<String, String> more)
    implements Storage {

  @Override
  public String location(String store) {
    return server.root() + store;
  }

  @Override
  public Map<String, String> environment() {
    Map<String, String> all = new TreeMap<>(more);
    all.putAll(server.environment());
    return all;
  }

  @Override
  public Map<String, Long> processes() {
    return Map.of(role, server.pid());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
