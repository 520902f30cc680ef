package simile.jobs;

import java.util.ArrayList;
import java.util.List;

/** The runners that come with Simile. */
public enum RunnerKind {
  /** Beam's Direct runner, in this process. */
  DIRECT,
  /** Flink; in this process unless {@code --flinkMaster} says where. */
  FLINK;

  /** The options that make Beam use it well: few large elements, no per-element checks. */
  List<String> beamOptions(int parallelism, String jobName) {
    List<String> options = new ArrayList<>();
    options.add("--jobName=" + jobName);
    switch (this) {
      case DIRECT -> {
        options.add("--runner=DirectRunner");
        options.add("--targetParallelism=" + parallelism);
        options.add("--enforceImmutability=false");
        options.add("--enforceEncodability=false");
      }
      case FLINK -> {
        options.add("--runner=FlinkRunner");
        options.add("--flinkMaster=[local]");
        options.add("--parallelism=" + parallelism);
        options.add("--objectReuse=true");
        options.add("--fasterCopy=true");
        options.add("--numberOfExecutionRetries=3");
        FlinkConf.folder().ifPresent(folder -> options.add("--flinkConfDir=" + folder));
      }
    }
    return options;
  }
}
