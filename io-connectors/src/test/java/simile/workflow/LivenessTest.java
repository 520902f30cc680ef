package simile.workflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LivenessTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Instant BORN = NOON.minusSeconds(5_000);
  private static final Host HERE = new OneProcess("here", 7, BORN);
  private static final Workflow PENDING =
      Workflow.pending("run-1", "ingest", "default", "analogies", NOON);

  /** A host with one process. */
  private record OneProcess(String id, long pid, Instant born) implements Host {
    @Override
    public String name() {
      return id;
    }

    @Override
    public boolean runs(long other) {
      return other == pid;
    }

    @Override
    public Optional<Instant> startOf(long other) {
      return Optional.of(born).filter(b -> other == pid);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-900, ALIVE",
    "0, ALIVE",
    "60, ALIVE",
    "61, SILENT",
    "600, SILENT",
    "601, DEAD",
  })
  void aRunElsewhereIsJudgedByItsSilence(long seconds, Liveness.State state) {
    Workflow elsewhere = on("elsewhere", 99, BORN);
    assertThat(after(seconds, elsewhere), is(state));
    assertThat(after(seconds, PENDING), is(state));
  }

  @ParameterizedTest
  @CsvSource({"0, ALIVE", "60, ALIVE", "61, SILENT", "601, DEAD"})
  void aRunWhoseProcessIsHereMustStillSpeak(long seconds, Liveness.State state) {
    assertThat(after(seconds, on("here", 7, BORN.plusSeconds(2))), is(state));
  }

  @Test
  void aRunWhoseProcessIsGoneFromHereIsDeadAtOnce() {
    assertThat(after(0, on("here", 8, BORN)), is(Liveness.State.DEAD));
  }

  @Test
  void aProcessWithAnotherStartIsAnotherOnceTheRunIsSilent() {
    Workflow before = on("here", 7, BORN.minusSeconds(60));
    assertThat(after(30, before), is(Liveness.State.ALIVE));
    assertThat(after(61, before), is(Liveness.State.DEAD));
  }

  @Test
  void silenceCountsFromTheLastHeartbeat() {
    Workflow beating = on("elsewhere", 7, BORN).alive(5, 10, NOON.plusSeconds(3_000));
    Liveness liveness = Liveness.of(beating, NOON.plusSeconds(3_061), HERE);
    assertThat(liveness, is(new Liveness(Liveness.State.SILENT, NOON.plusSeconds(3_000))));
    assertThat(liveness.isDead(), is(true));
    assertThat(liveness.isSurelyDead(), is(false));
  }

  @Test
  void whatEndedIsNotDead() {
    for (Workflow ended :
        new Workflow[] {
          PENDING.completed(1, NOON), PENDING.failed(NOON), PENDING.cancelled(NOON)
        }) {
      assertThat(after(10_000, ended), is(Liveness.State.ENDED));
    }
  }

  @Test
  void metadataThatMakesNoSenseLeavesTheSilence() {
    Workflow odd = PENDING.withMetadata(Map.of("host_id", "here", "pid", "seven"));
    assertThat(after(0, odd), is(Liveness.State.ALIVE));
    assertThat(after(601, odd), is(Liveness.State.DEAD));
  }

  @Test
  void thisProcessIsSeenOnThisHost() {
    ThisHost host = ThisHost.detected();
    ProcessMark self = ProcessMark.self(host);
    assertThat(self.isGone(ThisHost.detected()), is(false));
    assertThat(self.isReplaced(ThisHost.detected()), is(false));
    assertThat(ProcessMark.of(self.metadata()), equalTo(Optional.of(self)));
    assertThat(host.name().length(), is(greaterThan(0)));
  }

  @Test
  void aProcessThatEndedIsGone() throws Exception {
    Process child = new ProcessBuilder("true").start();
    child.waitFor();
    ThisHost host = ThisHost.detected();
    ProcessMark mark = new ProcessMark(host.name(), host.id(), child.pid(), Optional.empty());
    assertThat(mark.isGone(host), is(true));
  }

  private static Liveness.State after(long seconds, Workflow workflow) {
    return Liveness.of(workflow, NOON.plusSeconds(seconds), HERE).state();
  }

  private static Workflow on(String host, long pid, Instant born) {
    return PENDING
        .started(NOON)
        .withMetadata(new ProcessMark(host, host, pid, Optional.of(born)).metadata());
  }
}
