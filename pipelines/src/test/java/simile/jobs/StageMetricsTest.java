package simile.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.DistributionResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.connectors.InputFiles;
import simile.ingest.RunDetails;
import simile.ingest.RunPlan;
import simile.input.SplitPlanner;
import simile.log.Commit;
import simile.proof.Lines;
import simile.proof.PlainIngest;
import simile.run.StageMetrics;
import simile.store.Store;

/** What a runner's metrics tell of a run. */
class StageMetricsTest {
  private static final int RECORDS = 100;

  @TempDir Path folder;

  @Test
  void eachStageTellsItsTimesAndBytes() throws Exception {
    Path input = Files.write(folder.resolve("in.jsonl"), Lines.analogies(RECORDS));
    Store store = Store.openOrCreate(folder.resolve("store").toString());
    RunPlan plan =
        PlainIngest.into(store.files(), "run")
            .plan(SplitPlanner.plan(InputFiles.list(List.of(input.toString())), 4096));
    PipelineResult result = IngestPipeline.of(plan, options()).run();
    assertThat(result.waitUntilFinish(), is(PipelineResult.State.DONE));

    Commit entry = store.log().byRun("run").orElseThrow();
    Map<String, DistributionResult> told = distributions(result);
    long splits = plan.splits().size();
    for (String stage : RunDetails.stageMillis(entry.details()).keySet()) {
      assertThat(told, hasKey(stage + "_ms"));
      assertThat(stage, told.get(stage + "_ms").getCount(), is(splits));
    }
    assertThat(told.get("commit_ms").getCount(), is(1L));
    assertThat(told.get("read_bytes").getCount(), is(splits));
    assertThat(told.get("read_bytes").getSum(), is(Files.size(input)));
    assertThat(told.get("write_bytes").getSum(), is(entry.counts().bytesWritten()));
    assertThat(counter(result, "write_bytes_total"), is(entry.counts().bytesWritten()));
  }

  private static long counter(PipelineResult result, String name) {
    MetricsFilter one =
        MetricsFilter.builder()
            .addNameFilter(MetricNameFilter.named(StageMetrics.NAMESPACE, name))
            .build();
    return result.metrics().queryMetrics(one).getCounters().iterator().next().getCommitted();
  }

  private static PipelineOptions options() {
    List<String> words = RunnerKind.DIRECT.beamOptions(2, "stage-metrics");
    return PipelineOptionsFactory.fromArgs(words.toArray(String[]::new)).create();
  }

  private static Map<String, DistributionResult> distributions(PipelineResult result) {
    MetricsFilter ours =
        MetricsFilter.builder()
            .addNameFilter(MetricNameFilter.inNamespace(StageMetrics.NAMESPACE))
            .build();
    Map<String, DistributionResult> told = new TreeMap<>();
    for (MetricResult<DistributionResult> metric :
        result.metrics().queryMetrics(ours).getDistributions()) {
      told.put(metric.getName().getName(), metric.getCommitted());
    }
    return told;
  }
}
