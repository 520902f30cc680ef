package simile.benchmarks.rivals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.options.Validation;
import org.apache.beam.sdk.transforms.Contextful;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;

/**
 * The pipeline that one writes first: TextIO, a DoFn a record, FileIO.writeDynamic by source
 * domain. It keeps every record, repeated ids too.
 */
public final class NaiveBeam {

  /** What it reads and writes. */
  public interface Options extends PipelineOptions {
    @Description("The JSON lines to read")
    @Validation.Required
    String getInput();

    void setInput(String input);

    @Description("The folder to write to")
    @Validation.Required
    String getOutput();

    void setOutput(String output);
  }

  /** Parses a line, checks it and pairs it with its source domain. */
  static final class ByDomain extends DoFn<String, KV<String, String>> {
    private static final long serialVersionUID = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    @ProcessElement
    public void process(@Element String line, OutputReceiver<KV<String, String>> out)
        throws IOException {
      JsonNode record = JSON.readTree(line);
      double score = record.path("quality_score").asDouble(-1);
      if (score < 0 || score > 1 || record.path("target_domain").asText().isEmpty()) {
        throw new IllegalArgumentException("not an analogy: " + line);
      }
      out.output(KV.of(record.required("source_domain").asText(), line));
    }
  }

  private NaiveBeam() {}

  public static void main(String[] args) {
    Options options = PipelineOptionsFactory.fromArgs(args).withValidation().as(Options.class);
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply("Read lines", TextIO.read().from(options.getInput()))
        .apply("Parse", ParDo.of(new ByDomain()))
        .apply(
            "Write",
            FileIO.<String, KV<String, String>>writeDynamic()
                .by(KV::getKey)
                .via(Contextful.fn(KV::getValue), TextIO.sink())
                .withDestinationCoder(StringUtf8Coder.of())
                .to(options.getOutput())
                .withNaming(NaiveBeam::naming));
    pipeline.run().waitUntilFinish();
  }

  private static FileIO.Write.FileNaming naming(String domain) {
    return (window, pane, shards, shard, compression) ->
        "source_domain=" + domain + "/" + shard + ".jsonl";
  }
}
