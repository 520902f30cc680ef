package simile.servers;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A server of this process, for as long as it lives.
 *
 * @param root what every location there begins with
 * @param environment variables of processes that are to find it
 * @param requests takes what was asked of it since, by kind; empty if it does not count
 */
record Served(
    String root, Map<String, String> environment, Supplier<SortedMap<String, Long>> requests) {

  static Served uncounted(String root, Map<String, String> environment) {
    return new Served(root, environment, TreeMap::new);
  }
}
