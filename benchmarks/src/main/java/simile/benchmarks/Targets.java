package simile.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The ratios that Simile promises. */
final class Targets {
  private static final long FIVE_MILLION = 5_000_000;

  /**
   * One promise and how it stands.
   *
   * @param limit infinite where nothing is promised at this size
   */
  record Ratio(String name, double value, double limit) {}

  private Targets() {}

  /** Those whose contestants took part. */
  static List<Ratio> of(RaceResult result) {
    boolean large = result.records() >= FIVE_MILLION;
    List<Ratio> ratios = new ArrayList<>();
    OptionalDouble both =
        sum(result.seconds(Contestants.DUCKDB), result.seconds(Contestants.PYTHON_SQLITE));
    OptionalDouble plain = result.seconds(Contestants.PLAIN);
    OptionalDouble plainJsonl = result.seconds(Contestants.PLAIN_JSONL);
    OptionalDouble duckDb = result.seconds(Contestants.DUCKDB);
    for (String simile : List.of(Contestants.SIMILE_DIRECT, Contestants.SIMILE_FLINK)) {
      OptionalDouble time = result.seconds(simile);
      add(ratios, simile + " / (duckdb-jsonl + python-sqlite)", time, both, large ? 0.4 : 0.6);
      add(ratios, simile + " / plain-java", time, plain, 1.5);
      OptionalDouble jsonl = result.seconds(simile + "-jsonl");
      double limit = large ? 1.0 : Double.POSITIVE_INFINITY;
      add(ratios, simile + "-jsonl / duckdb-jsonl", jsonl, duckDb, limit);
      add(
          ratios,
          simile + "-jsonl / plain-java-jsonl",
          jsonl,
          plainJsonl,
          Double.POSITIVE_INFINITY);
    }
    add(
        ratios,
        "plain-java / (duckdb-jsonl + python-sqlite)",
        plain,
        both,
        Double.POSITIVE_INFINITY);
    add(ratios, "plain-java-jsonl / duckdb-jsonl", plainJsonl, duckDb, Double.POSITIVE_INFINITY);
    return ratios;
  }

  private static void add(
      List<Ratio> ratios, String name, OptionalDouble over, OptionalDouble under, double limit) {
    if (over.isPresent() && under.isPresent()) {
      ratios.add(new Ratio(name, over.getAsDouble() / under.getAsDouble(), limit));
    }
  }

  private static OptionalDouble sum(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() && b.isPresent()
        ? OptionalDouble.of(a.getAsDouble() + b.getAsDouble())
        : OptionalDouble.empty();
  }
}
