package simile.proof.cancel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Clock;
import simile.jobs.cancel.RunCanceller;
import simile.log.CommitConflictException;
import simile.store.Store;
import simile.workflow.ThisHost;

/** Cancels each run that standard input names, and says which ones had committed. */
final class CancelMain {
  private CancelMain() {}

  /**
   * @param arguments the store
   */
  public static void main(String[] arguments) throws IOException {
    Store store = Store.openOrCreate(arguments[0]);
    System.out.println("ready");
    BufferedReader runs = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String run = runs.readLine(); run != null; run = runs.readLine()) {
      System.out.println(cancel(store, run) ? "cancelled" : "committed");
    }
  }

  /**
   * @return whether it is cancelled; else it has committed
   */
  static boolean cancel(Store store, String run) throws IOException {
    try {
      new RunCanceller(store, Clock.systemUTC(), ThisHost.detected()).cancel(run, "a race");
      return true;
    } catch (CommitConflictException e) {
      return false;
    }
  }
}
