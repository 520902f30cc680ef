package simile.testkit.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Hadoop's own client is the app's; a cluster has it from its class path. */
public final class HadoopClient {
  private HadoopClient() {}

  /**
   * The variable of the environment by which a cluster gets it.
   *
   * @throws IllegalStateException if the app was not built
   */
  public static Map<String, String> environment() {
    Path engine = Launcher.project().resolve("runner-configs/target/app/engine");
    List<String> jars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(engine, "hadoop-client-*.jar")) {
      found.forEach(jar -> jars.add(jar.toString()));
    } catch (IOException e) {
      throw new IllegalStateException("the app was not built", e);
    }
    return Map.of("HADOOP_CLASSPATH", String.join(":", jars));
  }
}
