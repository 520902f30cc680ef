package simile.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final AtomicLong clock = new AtomicLong();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void wordsHaveRateAndTimeLeft() {
    Pace pace = new Pace(clock::get, 100_000_000, Counted.ROWS);
    clock.set(10_000_000_000L);
    assertThat(
        pace.words(25_000_000, 40_000, ""),
        is("25 MB of 100 MB, 40,000 rows, 4 k records/s, 30.0 s left"));
  }

  @Test
  void unknownTotalHasNoTimeLeftAndRejectedLinesAreSaid() {
    Pace pace = new Pace(clock::get, -1, Counted.ROWS);
    clock.set(1_000_000_000L);
    assertThat(
        pace.words(5_000, 10, "3 (id_format 3)"),
        is("5.0 kB, 10 rows, 10 records/s, rejected 3 (id_format 3)"));
  }

  @Test
  void filesHaveNoRate() {
    Pace pace = new Pace(clock::get, 100_000_000, Counted.FILES);
    clock.set(10_000_000_000L);
    assertThat(pace.words(25_000_000, 12, ""), is("25 MB of 100 MB, 12 files, 30.0 s left"));
  }

  @Test
  void linesComeEverySoOften() {
    Progress progress =
        new LineProgress(console(Terminal.NONE), new Pace(clock::get, 1000, Counted.ROWS));
    for (int second = 0; second <= 12; second++) {
      clock.set(second * 1_000_000_000L);
      progress.at(second * 50L, second, "");
    }
    assertThat(err.toString(UTF_8).lines().count(), is(2L));
  }

  @Test
  void barIsCutToTheTerminalAndGoneAtTheEnd() {
    Terminal terminal = new Terminal(true, true, 40, false);
    try (Progress progress =
        new BarProgress(console(terminal), new Pace(clock::get, 1000, Counted.ROWS))) {
      progress.at(500, 7, "");
    }
    String text = err.toString(UTF_8);
    assertThat(text, containsString("│████████████            │ 50 %"));
    assertThat(text.endsWith("\r\u001b[K"), is(true));
    assertThat(TextWidth.of(text.split("\u001b\\[K", -1)[1].replace("\r", "")), is(39));
  }

  @Test
  void quietSaysNothing() {
    try (Progress progress = Progress.of(console(Terminal.NONE), true, 10, Counted.ROWS)) {
      progress.at(10, 1, "");
    }
    assertThat(err.size(), is(0));
  }

  private Console console(Terminal terminal) {
    return Console.of(err, err, terminal);
  }
}
