package simile.chaos;

import static simile.chaos.Moment.COMMITTED;
import static simile.chaos.Moment.COMMITTING;
import static simile.chaos.Moment.ENDING;
import static simile.chaos.Moment.READING;
import static simile.chaos.Moment.WRITING;

import java.util.List;

/** Which faults are tried where. */
final class FaultLists {
  private static final Fault KILL = new Fault.KillTaskManager(1);
  private static final Fault KILL_TWO = new Fault.KillTaskManager(2);
  private static final Fault KILL_CLIENT = new Fault.KillClient();
  private static final Fault KILL_JOB_MANAGER = new Fault.KillJobManager();
  private static final Fault PAUSE = new Fault.PauseTaskManager();

  private FaultLists() {}

  static List<Trial> onLocalDisk() {
    return List.of(
        Trial.of(KILL, READING),
        Trial.of(KILL, WRITING),
        Trial.of(KILL, ENDING),
        Trial.of(KILL, COMMITTING),
        Trial.of(KILL, COMMITTED),
        Trial.of(KILL_TWO, WRITING),
        Trial.of(KILL_TWO, ENDING),
        Trial.of(KILL_CLIENT, WRITING),
        Trial.of(KILL_CLIENT, COMMITTED),
        Trial.of(KILL_JOB_MANAGER, WRITING),
        Trial.of(KILL_JOB_MANAGER, COMMITTED),
        Trial.of(PAUSE, WRITING),
        Trial.of(PAUSE, COMMITTING),
        Trial.of(KILL, WRITING).with(Work.DELETE),
        Trial.of(KILL, COMMITTED).with(Work.DELETE),
        Trial.of(KILL, WRITING).with(Work.COMPACT),
        Trial.of(KILL, COMMITTED).with(Work.COMPACT),
        Trial.of(PAUSE, WRITING).with(Work.COMPACT),
        Trial.of(KILL, ENDING).with(300_000),
        Trial.of(KILL, WRITING).with(1_000_000));
  }

  static List<Trial> onS3() {
    return List.of(
        Trial.of(KILL, WRITING),
        Trial.of(KILL, ENDING),
        Trial.of(KILL, COMMITTING),
        Trial.of(KILL, COMMITTED),
        Trial.of(KILL_CLIENT, WRITING),
        Trial.of(KILL_JOB_MANAGER, WRITING),
        Trial.of(PAUSE, WRITING),
        Trial.of(PAUSE, COMMITTING),
        Trial.of(new Fault.Refusal("S3 answers 503", 15), WRITING),
        Trial.of(new Fault.Refusal("S3 answers 500", 15), WRITING),
        Trial.of(new Fault.Refusal("S3 answers 503", 15), ENDING),
        Trial.of(new Fault.Refusal("S3 answers 500", 60), WRITING),
        Trial.of(KILL, COMMITTED).with(Work.COMPACT));
  }

  static List<Trial> onHdfs() {
    return List.of(
        Trial.of(KILL, READING),
        Trial.of(KILL, WRITING),
        Trial.of(KILL, ENDING),
        Trial.of(KILL, COMMITTED),
        Trial.of(KILL_JOB_MANAGER, COMMITTED),
        Trial.of(PAUSE, WRITING),
        Trial.of(new Fault.Refusal("HDFS is in safe mode", 20), WRITING),
        Trial.of(new Fault.Refusal("HDFS is in safe mode", 20), ENDING),
        Trial.of(KILL, WRITING).with(300_000));
  }
}
