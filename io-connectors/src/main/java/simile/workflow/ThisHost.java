package simile.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import simile.cluster.Clusters;
import simile.cluster.FlinkClusters;

/**
 * The host that this process runs on.
 *
 * <p>Names of hosts are no identity: containers may share their host's name and yet number their
 * processes for themselves. So where Linux tells them, the id is the boot and the space of process
 * numbers; elsewhere it is the name.
 */
public final class ThisHost implements Host {
  private static final Path KERNEL = Path.of("/proc/sys/kernel");
  private static final Path PID_SPACE = Path.of("/proc/self/ns/pid");

  private final String name;
  private final String id;
  private final Clusters clusters = new FlinkClusters();

  private ThisHost(String name, String id) {
    this.name = name;
    this.id = id;
  }

  /** Asks the system. */
  public static ThisHost detected() {
    String name = kernel("hostname").orElseGet(ThisHost::networkName);
    String id =
        kernel("random/boot_id").flatMap(boot -> pidSpace().map(s -> boot + " " + s)).orElse(name);
    return new ThisHost(name, id);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean runs(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  @Override
  public Optional<Instant> startOf(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().startInstant());
  }

  @Override
  public Clusters clusters() {
    return clusters;
  }

  private static Optional<String> kernel(String fact) {
    try {
      String text = Files.readString(KERNEL.resolve(fact), UTF_8).strip();
      return Optional.of(text).filter(t -> !t.isEmpty());
    } catch (IOException e) {
      return Optional.empty(); // not Linux
    }
  }

  private static Optional<String> pidSpace() {
    try {
      return Optional.of(Files.readSymbolicLink(PID_SPACE).toString());
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty(); // not Linux
    }
  }

  private static String networkName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
