package simile.proof.crash;

import java.io.IOException;
import simile.files.StoreFilesOpener;

/** Runs the second run of a {@link Scene}, in a store that halts the process. */
final class CrashingIngest {
  private CrashingIngest() {}

  /**
   * @param arguments the store's location
   */
  public static void main(String[] arguments) throws IOException {
    Scene.second(StoreFilesOpener.fromClassPath().open(arguments[0]));
  }
}
