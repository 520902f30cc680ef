package simile.proof.model;

import java.nio.file.Path;
import java.util.List;
import simile.files.LocalFiles;

/** A crowd in a process of its own; prints the runs that succeeded. */
final class CrowdMain {
  private CrowdMain() {}

  /**
   * @param arguments the store, the crowd's name, its threads, the runs of each
   */
  public static void main(String[] arguments) throws Exception {
    Crowd crowd =
        new Crowd(arguments[1], Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    List<String> succeeded = crowd.change(new LocalFiles(Path.of(arguments[0])));
    succeeded.forEach(run -> System.out.println("done " + run));
  }
}
