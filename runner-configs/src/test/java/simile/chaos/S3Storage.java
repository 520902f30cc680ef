package simile.chaos;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import simile.servers.Fault;
import simile.servers.FaultyProxy;
import simile.servers.S3Server;

/**
 * Stores on an S3 server of this process. Commands and the cluster find it through a proxy that can
 * hold a request; what the harness itself asks goes past it.
 */
final class S3Storage implements Storage {
  private static final Map<String, Fault> REFUSALS =
      Map.of("S3 answers 503", Fault.STATUS_503, "S3 answers 500", Fault.STATUS_500);

  private final S3Server server;
  private final FaultyProxy proxy;
  private final AtomicBoolean held = new AtomicBoolean();
  private volatile CountDownLatch release = new CountDownLatch(0);

  private S3Storage(S3Server server, FaultyProxy proxy) {
    this.server = server;
    this.proxy = proxy;
  }

  static S3Storage start() throws IOException {
    S3Server server = S3Server.start();
    S3Server.properties(server.endpoint()).forEach(System::setProperty);
    return new S3Storage(server, FaultyProxy.before(server.port()));
  }

  @Override
  public String name() {
    return "S3";
  }

  @Override
  public String location(String store) {
    return server.location(store);
  }

  @Override
  public Map<String, String> environment() {
    return S3Server.environment(proxy.endpoint());
  }

  @Override
  public void expect(Moment moment, long entry) {
    String path = "/_log/%020d.json".formatted(entry);
    held.set(false);
    release = new CountDownLatch(1);
    if (moment == Moment.COMMITTING || moment == Moment.COMMITTED) {
      proxy.plan(
          (method, asked) ->
              method.equals("PUT") && asked.endsWith(path) && held.compareAndSet(false, true)
                  ? hold(moment)
                  : Fault.NONE);
    }
  }

  private Fault hold(Moment moment) {
    if (moment == Moment.COMMITTED) {
      return Fault.REPLY_LATE;
    }
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Fault.NONE;
  }

  @Override
  public boolean isCommitting(String store, String run) {
    return held.get() && release.getCount() > 0;
  }

  @Override
  public void release() {
    release.countDown();
    proxy.plan((method, path) -> Fault.NONE);
  }

  @Override
  public void refuse(String how) {
    Fault fault = REFUSALS.get(how);
    proxy.plan((method, path) -> fault);
  }

  @Override
  public void recover() {
    proxy.plan((method, path) -> Fault.NONE);
  }

  @Override
  public void close() throws IOException {
    release();
    proxy.close();
    server.close();
    S3Server.properties(server.endpoint()).keySet().forEach(System::clearProperty);
  }
}
