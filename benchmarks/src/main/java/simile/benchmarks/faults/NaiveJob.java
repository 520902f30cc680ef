package simile.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import simile.benchmarks.rivals.NaiveBeam;

/**
 * Submits the naive pipeline, in a process that waits for its end.
 *
 * @param root the project: of its job jar the cluster gets Beam and Jackson, and the pipeline from
 *     where this class is
 * @param folder for what the process says
 */
record NaiveJob(Path root, Path folder, String master) {

  /** Starts it with two slots. */
  Process start(String name, Path input, OutputFolder output) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + root.resolve("runner-configs/java.flags"));
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.add(NaiveBeam.class.getName());
    command.addAll(List.of("--runner=FlinkRunner", "--flinkMaster=" + master, "--parallelism=2"));
    command.add("--jobName=" + name);
    command.add("--filesToStage=" + job() + "," + pipeline());
    command.add("--input=" + input);
    command.add("--output=" + output.folder());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".log").toFile())
        .start();
  }

  private Path job() {
    return root.resolve("runner-configs/flink-job/target/simile-flink-job.jar");
  }

  private Path pipeline() {
    return root.resolve("benchmarks/target/classes");
  }
}
