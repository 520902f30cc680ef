package simile.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a commit says of its run beyond the counts, for reports: {@code submitted_at}, {@code
 * runner}, {@code context}, {@code collection}, {@code replays}, {@code watch} and {@code watched}
 * (of a window: its stream, and the folder), {@code stage_ms.<stage>} (thread time, added up over
 * splits), {@code splits.<collection>} (the first and the last split of a collection, where there
 * are several), {@code histogram.quality_score} ({@value Tally#BARS} counts) and {@code
 * example.<rule>} (the first breach, as JSON).
 */
public final class RunDetails {
  /** When the run was submitted, in ISO-8601. */
  public static final String SUBMITTED_AT = "submitted_at";

  /**
   * The context that the run was for; an entry without changes names it nowhere else. Several are
   * joined by commas.
   */
  public static final String CONTEXT = "context";

  /** The collection that the run was for; several are joined by commas. */
  public static final String COLLECTION = "collection";

  /** Id and version of the contract. */
  public static final String CONTRACT = "contract";

  /** What ran it. */
  public static final String RUNNER = "runner";

  /** The run whose rejected records it took again; missing if it did not. */
  public static final String REPLAYS = "replays";

  /** What the stream watches that the run is a window of; only of windows. */
  public static final String WATCHED = "watched";

  /** Why the run failed, in an audit entry. */
  public static final String FAILURE = "failure";

  /** Why, in the words of who asked for it; only where somebody did. */
  public static final String REASON = "reason";

  /** What became of records whose ids existed; missing if they were replaced. */
  public static final String MERGE = "merge";

  /** How many accepted records were left out since their ids existed; only with {@link #MERGE}. */
  public static final String SKIPPED = "skipped";

  /** How many records were made of an incoming and a stored one; only of imports that merge. */
  public static final String MERGED = "merged";

  /** That it was an import, and of what: formats, joined by commas; missing of any other run. */
  public static final String IMPORT = "import";

  private static final String SPLITS = "splits.";
  private static final String STAGE = "stage_ms.";
  private static final String HISTOGRAM = "histogram.quality_score";
  private static final String EXAMPLE = "example.";

  private RunDetails() {}

  static SortedMap<String, String> of(
      RunPlan plan, List<SplitResult> results, Tally tally, List<RuleExample> examples) {
    SortedMap<String, String> details = new TreeMap<>();
    details.put(SUBMITTED_AT, plan.submittedAt().toString());
    details.put(RUNNER, plan.runner());
    details.put(CONTEXT, plan.contexts());
    details.put(COLLECTION, plan.collectionNames());
    details.put(CONTRACT, contracts(plan));
    Merging merging = plan.collections().get(0).merging();
    if (merging.judges()) {
      details.put(MERGE, merging.mode().key());
      details.put(SKIPPED, Long.toString(tally.skipped()));
    }
    if (merging.mode() == MergeMode.NEWER) {
      details.put(MERGED, Long.toString(tally.merged()));
    }
    details.putAll(plan.origin().details());
    if (plan.collections().size() > 1) {
      plan.collections().forEach(part -> putSplits(part, details));
    }
    SortedMap<String, Long> stages = new TreeMap<>();
    for (SplitResult result : results) {
      result.stageNanos().forEach((stage, nanos) -> stages.merge(stage, nanos, Long::sum));
    }
    stages.forEach((stage, nanos) -> details.put(STAGE + stage, Long.toString(nanos / 1_000_000)));
    details.put(
        HISTOGRAM,
        Arrays.stream(tally.quality()).mapToObj(Long::toString).collect(Collectors.joining(",")));
    examples.forEach(example -> details.putIfAbsent(EXAMPLE + example.rule(), json(example)));
    return details;
  }

  private static void putSplits(CollectionPlan plan, Map<String, String> details) {
    if (!plan.splits().isEmpty()) {
      int first = plan.splits().get(0).number();
      int last = plan.splits().get(plan.splits().size() - 1).number();
      details.put(SPLITS + plan.key().collection(), first + "-" + last);
    }
  }

  /** Whether a run's split, by number, was for a collection. */
  public static boolean isOf(String collection, int split, Map<String, String> details) {
    String splits = details.getOrDefault(SPLITS + collection, "");
    if (splits.isEmpty()) {
      return collection.equals(details.get(COLLECTION));
    }
    int dash = splits.indexOf('-');
    return split >= Integer.parseInt(splits.substring(0, dash))
        && split <= Integer.parseInt(splits.substring(dash + 1));
  }

  private static String contracts(RunPlan plan) {
    return plan.collections().stream()
        .map(CollectionPlan::contract)
        .map(contract -> contract.id() + " " + contract.version())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Milliseconds by stage. */
  public static SortedMap<String, Long> stageMillis(Map<String, String> details) {
    SortedMap<String, Long> stages = new TreeMap<>();
    details.forEach(
        (key, value) -> {
          if (key.startsWith(STAGE)) {
            stages.put(key.substring(STAGE.length()), Long.parseLong(value));
          }
        });
    return stages;
  }

  /** The histogram of quality scores; empty if the run has none. */
  public static long[] quality(Map<String, String> details) {
    String text = details.getOrDefault(HISTOGRAM, "");
    return text.isEmpty()
        ? new long[0]
        : Arrays.stream(text.split(",")).mapToLong(Long::parseLong).toArray();
  }

  /** The first breach of each rule, by rule. */
  public static SortedMap<String, RuleExample> examples(Map<String, String> details) {
    SortedMap<String, RuleExample> examples = new TreeMap<>();
    details.forEach(
        (key, value) -> {
          if (key.startsWith(EXAMPLE)) {
            examples.put(key.substring(EXAMPLE.length()), example(value));
          }
        });
    return examples;
  }

  private static String json(RuleExample example) {
    try {
      return new ObjectMapper().writeValueAsString(example);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuleExample example(String json) {
    try {
      return new ObjectMapper().readValue(json, RuleExample.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
