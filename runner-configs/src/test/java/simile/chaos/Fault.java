package simile.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import simile.testkit.process.ClusterProcess;
import simile.testkit.process.TaskManagers;

/** What goes wrong. */
sealed interface Fault {

  /** In the words of the table. */
  String text();

  /** What has to be so before the run is submitted. */
  default void prepare(TaskManagers workers) throws IOException {}

  /** Strikes while all task managers stand still, and lets go on who is left. */
  void strike(Stage stage) throws IOException;

  /** {@code kill -9} of the task manager that is at work; of as many, one after the other. */
  record KillTaskManager(int inARow) implements Fault {
    @Override
    public String text() {
      return inARow == 1 ? "kill -9 of a TaskManager" : "kill -9 of two TaskManagers in a row";
    }

    @Override
    public void strike(Stage stage) throws IOException {
      for (int i = 1; i <= inARow; i++) {
        if (i > 1 && !stage.hold(Moment.WRITING)) {
          throw new AssertionError("the run ended after " + i + " of " + inARow + " kills");
        }
        stage.workers().kill(stage.victim());
        stage.thaw();
        stage.workers().add(1);
      }
    }
  }

  /** {@code kill -9} of who submitted the run. */
  record KillClient() implements Fault {
    @Override
    public String text() {
      return "kill -9 of the client";
    }

    @Override
    public void strike(Stage stage) throws IOException {
      stage.client().process().destroyForcibly();
      stage.thaw();
    }
  }

  /** {@code kill -9} of the JobManager; the next one knows no job. */
  record KillJobManager() implements Fault {
    @Override
    public String text() {
      return "kill -9 of the JobManager";
    }

    @Override
    public void strike(Stage stage) throws IOException {
      for (ClusterProcess process : stage.site().cluster().processes()) {
        if (process.role().equals("jobmanager")) {
          stage.workers().kill(process);
        }
      }
      stage.thaw();
      stage.site().cluster().startJobManager();
    }
  }

  /**
   * A task manager is stopped until another has done its work, longer than its heartbeat may be
   * missing; then it goes on where it was.
   */
  record PauseTaskManager() implements Fault {
    @Override
    public String text() {
      return "SIGSTOP of a TaskManager, SIGCONT after the run's end";
    }

    @Override
    public void strike(Stage stage) throws IOException {
      ClusterProcess paused = stage.victim();
      stage.thawBut(paused);
      stage.workers().add(1);
      stage.afterEnd(
          () -> {
            stage.thaw();
            stage.awaitQuiet(paused);
          });
    }
  }

  /** The storage refuses for some seconds, in its own way. */
  record Refusal(String how, int seconds) implements Fault {
    @Override
    public String text() {
      return how + " for " + seconds + " s";
    }

    @Override
    public void strike(Stage stage) throws IOException {
      stage.site().storage().refuse(how);
      stage.thaw();
      LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
      stage.site().storage().recover();
    }
  }

  /**
   * A disk is full from the beginning until the run has ended.
   *
   * @param which in the words of the table
   * @param disk which is freed then
   */
  record FullDisk(String which, SmallDisk disk) implements Fault {
    static final String OF_A_TASK_MANAGER = "temporary folder of one TaskManager";

    @Override
    public String text() {
      return "full disk: " + which;
    }

    @Override
    public void prepare(TaskManagers workers) throws IOException {
      if (which.equals(OF_A_TASK_MANAGER)) {
        workers.kill(workers.all().get(0));
        String folder = disk.folder().toString();
        workers.add(1, Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + folder));
      }
    }

    @Override
    public void strike(Stage stage) throws IOException {
      stage.afterEnd(disk::free);
    }
  }
}
