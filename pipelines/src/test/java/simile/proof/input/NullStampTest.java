package simile.proof.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.verify.StoreVerifier;

/** A {@code created_at} that is null counts as missing, and is no key that is there twice. */
class NullStampTest {
  private static final String SUBMITTED = "\"2026-01-02T03:04:05Z\"";
  private static final String BODY =
      "\"source_domain\":\"river\",\"target_domain\":\"t\",\"quality_score\":0.5";

  @TempDir Path folder;

  @Test
  void theTimeOfSubmissionTakesThePlaceOfTheNull() throws IOException {
    LocalFiles files = new LocalFiles(folder);
    String lines =
        String.join(
            "\n",
            "{\"id\":\"a\", \"created_at\" : null , " + BODY + ",\"note\":null}",
            "{\"embedding\":[1,2],\"created_at\":null,\"id\":\"b\"," + BODY + "}",
            "{\"id\":\"c\"," + BODY + "}",
            "");
    MemoryInputs inputs = MemoryInputs.of("in.jsonl", lines.getBytes(UTF_8));
    PlainIngest.into(files, "run").withDimension(2).run(inputs, inputs.list());
    Map<String, String> stored = Stored.analogies(folder);
    assertThat(
        stored.get("a"),
        is("{\"id\":\"a\", \"created_at\" : " + SUBMITTED + " , " + BODY + ",\"note\":null}"));
    assertThat(stored.get("b"), is("{\"created_at\":" + SUBMITTED + ",\"id\":\"b\"," + BODY + "}"));
    assertThat(stored.get("c"), is("{\"id\":\"c\"," + BODY + ",\"created_at\":" + SUBMITTED + "}"));
    assertThat(new StoreVerifier(files, Clock.systemUTC(), 1).verify(true).findings(), is(empty()));
  }
}
