package simile.proof.schedules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import simile.proof.Programs;

/**
 * What the DAG that ships asks of Airflow, learnt by running it with operators that only take down
 * what they are given. They refuse arguments that Airflow's own do not have.
 */
public final class AirflowTasks {
  private static final Path STUBS =
      Path.of(System.getProperty("simile.root"), "pipelines/src/test/python/airflow_tasks.py");

  private AirflowTasks() {}

  /** The words of each shell command, after the program. */
  public static List<List<String>> shells() throws IOException {
    List<List<String>> commands = new ArrayList<>();
    for (JsonNode task : tasks("BashOperator")) {
      List<String> words = List.of(task.get("bash_command").asText().split(" "));
      if (!words.get(0).equals("/opt/simile/simile")) {
        throw new AssertionError("the DAG runs " + words);
      }
      commands.add(words.subList(1, words.size()));
    }
    return commands;
  }

  /** Which exit codes each shell command is skipped for. */
  public static List<String> skippedExits() throws IOException {
    return tasks("BashOperator").stream()
        .map(task -> task.get("skip_on_exit_code").asText())
        .toList();
  }

  /** The arguments that Beam's operator gives the main. */
  public static List<String> ingest() throws IOException {
    JsonNode task = tasks("BeamRunJavaPipelineOperator").get(0);
    if (!task.get("job_class").asText().equals("simile.jobs.IngestMain")) {
      throw new AssertionError("the DAG runs " + task.get("job_class"));
    }
    return StreamSupport.stream(task.get("arguments").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static List<JsonNode> tasks(String operator) throws IOException {
    Programs.assume("python3", "python3", "--version");
    String said =
        Programs.output(
            "python3",
            STUBS.toString(),
            ScheduleFiles.file("airflow/simile_nightly.py").toString());
    return StreamSupport.stream(new ObjectMapper().readTree(said).spliterator(), false)
        .filter(task -> task.get("operator").asText().equals(operator))
        .toList();
  }
}
