package simile.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A main class of this module in a JVM of its own.
 *
 * @param jvmFlags heap and collector
 * @param arguments of the main class, from input and output
 */
record JvmContestant(
    String name,
    String writes,
    String mainClass,
    List<String> jvmFlags,
    BiFunction<Path, Path, List<String>> arguments,
    List<OutputCheck> checks)
    implements Contestant {

  @Override
  public List<String> command(Path input, Path output) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmFlags);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass);
    command.addAll(arguments.apply(input, output));
    return command;
  }
}
