package simile.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.store.Store;

class IngestMainTest {
  private static final Path TESTDATA = Path.of(System.getProperty("simile.root"), "testdata");

  @TempDir Path folder;

  @Test
  void takesPlainBeamOptions() throws Exception {
    assertThat(run("analogies", "--runId=one"), is(0));
    assertThat(Store.open(store()).log().byRun("one").orElseThrow().counts().accepted(), is(244L));
  }

  @Test
  void exitsAsTheCommandLineDoes() {
    assertThat(run("no-such-folder"), is(2));
    assertThat(run("invalid/not-json.jsonl", "--maxViolations=0"), is(3));
    assertThat(IngestMain.run("--store=" + store()).exit().number(), is(2));
    assertThat(
        IngestMain.run("--store=gs://bucket/store", "--input=analogies.jsonl").exit().number(),
        is(2));
  }

  @Test
  void doesNotEndAProgramThatCallsIt() {
    var failed =
        assertThrows(
            IllegalStateException.class,
            () -> IngestMain.main(new String[] {"--store=" + store(), "--input=no-such-file"}));
    assertThat(failed.getMessage(), endsWith("(exit code 2)"));
  }

  @Test
  void aJobThatIsLeftToItselfNeedsAPlaceToAskForIt() {
    var refused =
        IngestMain.run(
            "--runner=FlinkRunner",
            "--store=" + store(),
            "--input=x.jsonl",
            "--attachedMode=false");
    assertThat(refused.exit().number(), is(2));
    assertThat(refused.message(), containsString("needs --flinkRest=HOST:PORT"));
  }

  @Test
  void helpDoesNotEndAProgramThatCallsIt() {
    var refused =
        assertThrows(IllegalStateException.class, () -> IngestMain.main(new String[] {"--help"}));
    assertThat(refused.getMessage(), containsString("--help"));
  }

  private int run(String input, String... more) {
    String[] args = new String[3 + more.length];
    args[0] = "--runner=DirectRunner";
    args[1] = "--store=" + store();
    args[2] = "--input=" + TESTDATA.resolve(input);
    System.arraycopy(more, 0, args, 3, more.length);
    return IngestMain.run(args).exit().number();
  }

  private String store() {
    return folder.resolve("store").toString();
  }
}
