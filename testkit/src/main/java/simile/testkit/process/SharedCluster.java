package simile.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one cluster of two task managers, which starts when it is first asked for and ends
 * with the last test of this process. It may have more of them later: who needs a number, asks.
 */
public final class SharedCluster implements ParameterResolver {

  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(SharedCluster.class);

  private record Started(SessionCluster cluster, Path folder) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      cluster.close();
      try (Stream<Path> said = Files.list(folder)) {
        for (Path file : said.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SessionCluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .getOrComputeIfAbsent("cluster", key -> start(), Started.class)
        .cluster();
  }

  private static Started start() {
    try {
      Path folder = Files.createTempDirectory("simile-cluster");
      return new Started(SessionCluster.start(folder, 2, SessionCluster.FRESH_PAGES), folder);
    } catch (IOException e) {
      throw new UncheckedIOException("no cluster", e);
    }
  }
}
