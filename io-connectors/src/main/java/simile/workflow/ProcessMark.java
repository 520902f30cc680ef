package simile.workflow;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The process that does a run's work, as the run's metadata has it.
 *
 * @param hostName what people call its host
 * @param hostId see {@link Host#id}
 * @param pid its number there
 * @param started when it began; numbers are used again
 */
public record ProcessMark(String hostName, String hostId, long pid, Optional<Instant> started) {
  private static final String HOST = "host";
  private static final String HOST_ID = "host_id";
  private static final String PID = "pid";
  private static final String STARTED = "process_started";

  /** Systems work the start out from clocks that are set now and then. */
  private static final Duration SAME = Duration.ofSeconds(10);

  /** This process. */
  public static ProcessMark self(Host here) {
    long pid = ProcessHandle.current().pid();
    return new ProcessMark(here.name(), here.id(), pid, here.startOf(pid));
  }

  /** What a run's metadata says; empty if it names no process. */
  public static Optional<ProcessMark> of(Map<String, String> metadata) {
    if (!metadata.containsKey(HOST_ID) || !metadata.containsKey(PID)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ProcessMark(
              metadata.getOrDefault(HOST, ""),
              metadata.get(HOST_ID),
              Long.parseLong(metadata.get(PID)),
              Optional.ofNullable(metadata.get(STARTED)).map(Instant::parse)));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty(); // then only its silence tells
    }
  }

  /** As a run's metadata. */
  public SortedMap<String, String> metadata() {
    SortedMap<String, String> facts =
        new TreeMap<>(Map.of(HOST, hostName, HOST_ID, hostId, PID, Long.toString(pid)));
    started.ifPresent(when -> facts.put(STARTED, when.toString()));
    return facts;
  }

  /** Whether the process ran on this host, and no process has its number now. */
  boolean isGone(Host here) {
    return hostId.equals(here.id()) && !here.runs(pid);
  }

  /** Whether the process ran on this host, and another seems to have its number now. */
  boolean isReplaced(Host here) {
    Optional<Instant> now = here.startOf(pid);
    return hostId.equals(here.id())
        && started.isPresent()
        && now.isPresent()
        && Duration.between(started.get(), now.get()).abs().compareTo(SAME) > 0;
  }
}
