package simile.cluster;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Clusters, asked over their REST interfaces. One that does not answer is not asked again for some
 * seconds, so that a list of a hundred runs waits for it once.
 */
public final class FlinkClusters implements Clusters {
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final LongSupplier nanoTime;
  private final Map<ClusterAddress, FlinkRest> interfaces = new ConcurrentHashMap<>();
  private final Map<ClusterAddress, Silence> silent = new ConcurrentHashMap<>();

  private record Silence(long since, String why) {}

  public FlinkClusters() {
    this(System::nanoTime);
  }

  FlinkClusters(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public JobSeen see(ClusterMark mark) {
    Optional<Silence> silence =
        Optional.ofNullable(silent.get(mark.address()))
            .filter(s -> nanoTime.getAsLong() - s.since() < PATIENCE_NANOS);
    if (silence.isPresent()) {
      return new JobSeen.Unreachable(silence.get().why());
    }
    try {
      return find(mark).<JobSeen>map(JobSeen.Found::new).orElseGet(JobSeen.Missing::new);
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      silent.put(mark.address(), new Silence(nanoTime.getAsLong(), why));
      return new JobSeen.Unreachable(why);
    }
  }

  @Override
  public Optional<RootCause> failure(ClusterMark mark, ClusterJob job) throws IOException {
    return rest(mark).failure(job.id());
  }

  @Override
  public boolean cancel(ClusterMark mark) throws IOException {
    Optional<ClusterJob> job = find(mark).filter(j -> !j.state().isOver());
    if (job.isPresent()) {
      rest(mark).cancel(job.get().id());
    }
    return job.isPresent();
  }

  private Optional<ClusterJob> find(ClusterMark mark) throws IOException {
    List<ClusterJob> jobs = rest(mark).jobs();
    return jobs.stream().filter(mark::means).max(Comparator.comparing(ClusterJob::started));
  }

  private FlinkRest rest(ClusterMark mark) {
    return interfaces.computeIfAbsent(mark.address(), FlinkRest::new);
  }
}
