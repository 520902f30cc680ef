package simile.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import simile.benchmarks.plain.PlainJava;
import simile.benchmarks.rivals.DuckDbMain;
import simile.benchmarks.rivals.NaiveBeam;

/** Everyone who takes part. The names are those that {@link Targets} compares. */
final class Contestants {
  static final String SIMILE_DIRECT = "simile-direct";
  static final String SIMILE_DIRECT_JSONL = "simile-direct-jsonl";
  static final String SIMILE_FLINK = "simile-flink";
  static final String SIMILE_FLINK_JSONL = "simile-flink-jsonl";
  static final String PLAIN = "plain-java";
  static final String PLAIN_JSONL = "plain-java-jsonl";
  static final String DUCKDB = "duckdb-jsonl";
  static final String PYTHON_SQLITE = "python-sqlite";

  /** Runs only when it is named: half a millisecond of processor time a record. */
  static final String NAIVE_DIRECT = "naive-beam-direct";

  private static final List<OutputCheck> BOTH = List.of(OutputCheck.JSONL, OutputCheck.SQLITE);
  private static final List<OutputCheck> JSONL = List.of(OutputCheck.JSONL);

  private Contestants() {}

  /**
   * @param root the project, with its launcher
   * @param work a folder for the script
   */
  static List<Contestant> all(Path root, Path work) throws IOException {
    Path launcher = root.resolve("simile");
    Path script = script(work);
    List<Contestant> all = new ArrayList<>();
    for (boolean sqlite : new boolean[] {true, false}) {
      all.add(plain(sqlite));
      all.add(SimileContestant.ingest(launcher, "direct", sqlite));
      all.add(SimileContestant.ingest(launcher, "flink", sqlite));
    }
    all.add(duckDb("jsonl", "JSONL", JSONL));
    all.add(duckDb("parquet", "Parquet", List.of()));
    all.add(new PythonContestant(script, "sqlite"));
    all.add(new PythonContestant(script, "jsonl"));
    all.add(
        naive(
            "direct",
            List.of(
                "--runner=DirectRunner",
                "--enforceImmutability=false",
                "--enforceEncodability=false")));
    all.add(naive("flink", List.of("--runner=FlinkRunner", "--flinkMaster=[local]")));
    return all;
  }

  private static Contestant plain(boolean sqlite) {
    return new JvmContestant(
        sqlite ? PLAIN : PLAIN_JSONL,
        sqlite ? "JSONL + SQLite" : "JSONL",
        PlainJava.class.getName(),
        List.of("-Xmx1g", "-XX:+UseSerialGC"),
        (in, out) -> List.of(in.toString(), out.toString(), sqlite ? "both" : "jsonl"),
        sqlite ? BOTH : JSONL);
  }

  private static Contestant duckDb(String form, String writes, List<OutputCheck> checks) {
    return new JvmContestant(
        "duckdb-" + form,
        writes,
        DuckDbMain.class.getName(),
        List.of("-Xmx256m", "-XX:+UseSerialGC"),
        (in, out) -> List.of(in.toString(), out.toString(), form),
        checks);
  }

  private static Contestant naive(String runner, List<String> options) {
    int threads = Runtime.getRuntime().availableProcessors();
    return new JvmContestant(
        "naive-beam-" + runner,
        "JSONL",
        NaiveBeam.class.getName(),
        List.of(
            "-Xmx4g",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.time=ALL-UNNAMED"),
        (in, out) -> {
          List<String> arguments = new ArrayList<>(options);
          arguments.add("--input=" + in);
          arguments.add("--output=" + out);
          if (runner.equals("flink")) {
            arguments.add("--parallelism=" + threads);
          } else {
            arguments.add("--targetParallelism=" + threads);
          }
          return arguments;
        },
        JSONL);
  }

  private static Path script(Path work) throws IOException {
    Path script = work.resolve("load.py");
    try (InputStream resource = Contestants.class.getResourceAsStream("rivals/load.py")) {
      if (resource == null) {
        throw new IllegalStateException("rivals/load.py is not on the class path");
      }
      Files.copy(resource, script, StandardCopyOption.REPLACE_EXISTING);
    }
    return script;
  }
}
