package simile.cli.workflow;

/** Runs a command line of Simile in this process. */
@FunctionalInterface
public interface Shell {

  /**
   * @param args without the program's name
   * @return the exit code
   */
  int run(String... args);
}
