package simile.proof.imports;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.proof.Children;

/**
 * At least 200 hostile or damaged files, in little memory: each is refused with a clear message, or
 * read row by row, and the store is as it was.
 */
class HostileFilesTest {
  private static final int CASES = 200;
  private static final Pattern COUNTS =
      Pattern.compile("refused (\\d+), failed (\\d+), read (\\d+)");

  @TempDir Path folder;

  @Test
  void noFileDoesHarmWhereNothingIsWritten() throws Exception {
    requireHarmless(1, "preview");
  }

  @Tag("full")
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noFileDoesHarmWhereItIsWritten(long seed) throws Exception {
    requireHarmless(seed, "run");
  }

  private void requireHarmless(long seed, String how) throws Exception {
    Children.Ended ended =
        Children.run(HostileMain.class, List.of("-Xmx256m"), folder.toString(), "" + seed, how);
    assertThat(ended.printed(), ended.exit(), is(0));
    Matcher counts = COUNTS.matcher(ended.printed());
    assertThat(ended.printed(), counts.find(), is(true));
    int cases = 0;
    for (int i = 1; i <= 3; i++) {
      cases += Integer.parseInt(counts.group(i));
    }
    assertThat(ended.printed(), cases, greaterThanOrEqualTo(CASES));
    assertThat(ended.printed(), containsString("refused"));
  }
}
