package simile.flink.rpc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.sameInstance;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.junit.jupiter.api.Test;

class ClassPathRpcLoaderTest {

  /** What Flink's own loader unpacks has a class loader of its own. */
  @Test
  void flinkTakesItsRpcFromTheClassPath() throws Exception {
    try (RpcSystem rpc = RpcSystem.load(new Configuration())) {
      assertThat(rpc.getClass().getClassLoader(), sameInstance(RpcSystem.class.getClassLoader()));
    }
  }
}
