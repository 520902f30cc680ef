package simile.jobs.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import simile.jobs.RefusedException;

/** The version of Flink that this process speaks, and which others it can speak to. */
final class FlinkVersion {
  private static final String RESOURCE = "/.flink-runtime.version.properties";

  private final String own;

  FlinkVersion(String own) {
    this.own = own;
  }

  /** Of the Flink on the class path. */
  static FlinkVersion ofClassPath() throws IOException {
    try (InputStream in = FlinkVersion.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new RefusedException(
            "there is no Flink on the class path; expected the app as ./simile builds it");
      }
      Properties properties = new Properties();
      properties.load(in);
      return new FlinkVersion(properties.getProperty("project.version", "unknown"));
    }
  }

  /**
   * @param cluster what the cluster says of itself
   * @throws RefusedException if jobs of this client cannot run there
   */
  void requireSpeaks(String cluster, Object address) {
    if (!line(own).equals(line(cluster))) {
      throw new RefusedException(
          "the cluster at %s runs Flink %s, this client speaks Flink %s; nothing was sent: use a cluster of Flink %s.x, or build Simile with Beam's runner for %s.x (flink.version and beam-runners-flink in pom.xml)"
              .formatted(address, cluster, own, line(own), line(cluster)));
    }
  }

  /** {@code 1.19} of {@code 1.19.3}. */
  private static String line(String version) {
    return version.replaceFirst("^([0-9]+\\.[0-9]+).*", "$1");
  }
}
