package simile.flink.rpc;

import java.util.ServiceLoader;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.apache.flink.runtime.rpc.RpcSystemLoader;
import org.apache.flink.runtime.rpc.exceptions.RpcLoaderException;

/** Finds Flink's RPC on the class path, before Flink's own loader unpacks it. */
public final class ClassPathRpcLoader implements RpcSystemLoader {

  /** For Flink, which makes one by reflection. */
  public ClassPathRpcLoader() {}

  @Override
  public int getLoadPriority() {
    return -1; // Flink's own has 0, and the least is asked first
  }

  /**
   * Gives it.
   *
   * @throws RpcLoaderException if it is not there; Flink then asks its own loader
   */
  @Override
  public RpcSystem loadRpcSystem(Configuration config) {
    return ServiceLoader.load(RpcSystem.class, ClassPathRpcLoader.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new RpcLoaderException("no RPC on the class path", null));
  }
}
