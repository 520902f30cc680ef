package simile.testkit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import simile.files.DurableOutput;
import simile.files.OutcomeUnknownException;

class FaultyFilesTest {
  private static final byte[] TEN = "0123456789".getBytes(StandardCharsets.UTF_8);

  private final MemoryFiles memory = new MemoryFiles();

  @Test
  void aCallFailsBeforeInTheMiddleOrAfterItsEffectAndTheNextSucceeds() throws IOException {
    FaultyFiles before = FaultyFiles.failingAt(memory, 1);
    assertThrows(IOException.class, () -> before.create("a").close());
    assertThat(memory.size("a"), is(OptionalLong.empty()));
    assertThat(before.where(), equalTo("CREATE of 'a'"));
    DurableOutput half = FaultyFiles.failingAt(memory, 4).create("a");
    assertThrows(IOException.class, () -> half.write(TEN));
    assertThat(memory.size("a"), is(OptionalLong.of(5)));
    half.write(TEN);
    half.close();
    assertThat(memory.size("a"), is(OptionalLong.of(15)));
    FaultyFiles after = FaultyFiles.failingAt(memory, 2);
    assertThrows(IOException.class, () -> after.delete("a"));
    assertThat(memory.size("a"), is(OptionalLong.empty()));
    assertThat(after.struck(), is(true));
  }

  @Test
  void readsFailToo() throws IOException {
    memory.replace("a", TEN);
    for (int nth = 1; nth <= 4; nth++) {
      FaultyFiles files = FaultyFiles.failingAt(memory, nth);
      IOException failed = assertThrows(IOException.class, () -> readEverything(files));
      assertThat(failed.getMessage(), containsString("injected"));
    }
    readEverything(FaultyFiles.failingAt(memory, 5));
  }

  @Test
  void theOutcomeOfAPutIsUnknownAfterItsEffectOrWhenItIsLost() throws IOException {
    FaultyFiles refused = FaultyFiles.failingAt(memory, 1);
    IOException sure = assertThrows(IOException.class, () -> refused.putIfAbsent("a", TEN));
    assertThat(sure.getClass(), equalTo(IOException.class));
    FaultyFiles lost = FaultyFiles.losingPut(memory, 1);
    assertThrows(OutcomeUnknownException.class, () -> lost.putIfAbsent("a", TEN));
    assertThat(memory.size("a"), is(OptionalLong.empty()));
    FaultyFiles applied = FaultyFiles.failingAt(memory, 2);
    assertThrows(OutcomeUnknownException.class, () -> applied.putIfAbsent("a", TEN));
    assertThat(memory.size("a"), is(OptionalLong.of(10)));
  }

  @Test
  void aFullDiskTakesWhatFitsAndStillReadsAndDeletes() throws IOException {
    FaultyFiles files = FaultyFiles.full(memory, 13);
    files.replace("a", TEN);
    DurableOutput out = files.create("b");
    IOException full = assertThrows(IOException.class, () -> out.write(TEN));
    assertThat(full.getMessage(), containsString("No space left on device"));
    assertThat(memory.size("b"), is(OptionalLong.of(3)));
    out.abandon();
    assertThrows(IOException.class, () -> files.putIfAbsent("c", TEN));
    assertThat(files.read("a"), equalTo(TEN));
    files.delete("a");
    assertThat(memory.paths(), equalTo(List.of()));
  }

  private static void readEverything(FaultyFiles files) throws IOException {
    files.read("a");
    files.open("a").close();
    files.size("a");
    files.list("");
  }
}
