package simile.benchmarks.scale;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simile.benchmarks.process.Counters;
import simile.benchmarks.process.Loopback;

/** Processes that are there before a command and after it, and the command's own. */
final class Watch {
  private final Map<String, Long> processes;
  private final Map<String, Counters> before = new LinkedHashMap<>();
  private final long loopback = Loopback.bytes();
  private final long client;
  private Counters ofClient;

  /**
   * Begins to watch.
   *
   * @param processes process ids by role
   * @param client the command's
   */
  Watch(Map<String, Long> processes, long client) throws IOException {
    this.processes = processes;
    this.client = client;
    this.ofClient = Counters.of(client);
    for (Map.Entry<String, Long> one : processes.entrySet()) {
      Counters.forgetPeak(one.getValue());
      before.put(one.getKey(), Counters.of(one.getValue()));
    }
  }

  /** To be called until the command has ended: of a process that is gone nothing can be learnt. */
  void look() {
    Counters now = Counters.of(client);
    if (now.peakBytes() > 0) { // a process that is ending has no memory
      ofClient = now;
    }
  }

  /** Bytes over the machine's network with itself since it began. */
  long loopbackBytes() {
    return Loopback.bytes() - loopback;
  }

  List<Usage> usages() {
    List<Usage> usages = new ArrayList<>();
    before.forEach(
        (role, then) -> usages.add(new Usage(role, Counters.of(processes.get(role)).since(then))));
    usages.add(new Usage("client", ofClient));
    return usages;
  }
}
