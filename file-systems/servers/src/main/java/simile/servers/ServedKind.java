package simile.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** What {@link ServerMain} can serve. */
enum ServedKind {
  /** A name node and a data node. */
  HDFS {
    @Override
    Served start(Path folder) throws IOException {
      return Served.uncounted(HdfsServer.start(folder).location(""), Map.of());
    }
  },
  /** One bucket, whose objects are files. */
  S3 {
    @Override
    Served start(Path folder) throws IOException {
      S3Server server = S3Server.onDisk(folder);
      return Served.uncounted(server.location(""), S3Server.environment(server.endpoint()));
    }
  },
  /** The same behind a proxy that counts requests, and takes its time. */
  COUNTED_S3 {
    @Override
    Served start(Path folder) throws IOException {
      S3Server server = S3Server.onDisk(folder);
      FaultyProxy proxy = FaultyProxy.before(server.port());
      RequestCount count = new RequestCount(S3Server.BUCKET);
      proxy.plan(count);
      return new Served(server.location(""), S3Server.environment(proxy.endpoint()), count::take);
    }
  };

  abstract Served start(Path folder) throws IOException;
}
