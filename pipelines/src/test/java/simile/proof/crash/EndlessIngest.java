package simile.proof.crash;

import java.nio.file.Path;
import simile.files.LocalFiles;
import simile.proof.Jobs;
import simile.proof.Lines;
import simile.proof.LocalInputs;
import simile.proof.PlainIngest;

/** Ingests a file again and again, a run each, and says which runs are done, until it is killed. */
final class EndlessIngest {
  private EndlessIngest() {}

  /** The id of the {@code k}-th run; its record has the same one. */
  static String run(int k) {
    return "run-" + k;
  }

  /**
   * @param arguments the runner or {@code plain}, the store, a folder of input, the first number
   */
  public static void main(String[] arguments) throws Exception {
    Path store = Path.of(arguments[1]);
    Path inputs = Path.of(arguments[2]);
    for (int k = Integer.parseInt(arguments[3]); ; k++) {
      String name = run(k) + ".jsonl";
      java.nio.file.Files.writeString(inputs.resolve(name), Lines.analogy(run(k), 0.5) + "\n");
      if (arguments[0].equals("plain")) {
        PlainIngest.into(new LocalFiles(store), run(k)).run(new LocalInputs(inputs), name);
      } else {
        Jobs.direct(Jobs.args(store, run(k), inputs.resolve(name).toString()));
      }
      System.out.println(run(k));
    }
  }
}
