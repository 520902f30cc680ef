package simile.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import simile.log.CollectionKey;
import simile.log.CommitLog;
import simile.log.Counts;
import simile.log.DraftCommit;
import simile.log.InputFile;
import simile.log.Operation;
import simile.testkit.Drafts;
import simile.testkit.ForwardingFiles;
import simile.testkit.MemoryFiles;

/** What the log says of files, and that it is learnt without reading the whole log. */
class LedgerReaderTest {
  private static final String JUDGE = "ab".repeat(32);
  private final MemoryFiles files = new MemoryFiles();

  @Test
  void knowsWhatIngestsOfItsCollectionList() throws IOException {
    CommitLog log = CommitLog.open(files);
    log.append(ingest("one", file("a", 1), file("b", 2)));
    InputLedger ledger = open(log).now();
    assertThat(ledger.version(), is(1L));
    assertThat(ledger.isIngested(version("a", 1)), is(true));
    assertThat("another size", ledger.isIngested(version("a", 2)), is(false));
    assertThat("another tag", ledger.isIngested(version(new InputFile("a", 1, "u"))), is(false));
    CollectionKey frames = new CollectionKey("default", "frames");
    assertThat(LedgerReader.open(files, log, frames).now().isIngested(version("a", 1)), is(false));
  }

  @Test
  void learnsWhatOthersCommitMeanwhile() throws IOException {
    LedgerReader reader = open(CommitLog.open(files));
    assertThat(reader.now().isIngested(version("a", 1)), is(false));
    CommitLog.open(files).append(ingest("one", file("a", 1)));
    assertThat(reader.now().isIngested(version("a", 1)), is(true));
  }

  @Test
  void failuresCountBeforeTheSameJudgeUntilTheFileComesIn() throws IOException {
    CommitLog log = CommitLog.open(files);
    log.append(failed("w1", file("a", 1), file("b", 1), file("c", 1)));
    log.append(failed("w2", file("a", 1)));
    LedgerReader reader = open(log);
    assertThat(reader.now().failedWith(version("a", 1), JUDGE), is(OptionalInt.of(1)));
    assertThat(reader.now().failedWith(version("b", 1), JUDGE), is(OptionalInt.of(3)));
    assertThat(reader.now().failedWith(version("b", 1), "other"), is(OptionalInt.empty()));
    log.append(ingest("hand", file("a", 1)));
    assertThat(reader.now().failedWith(version("a", 1), JUDGE), is(OptionalInt.empty()));
  }

  @Test
  void aBatchThatFailedIsNoVerdictOfAStream() throws IOException {
    CommitLog log = CommitLog.open(files);
    log.append(draft(Operation.AUDIT, "batch", Map.of(), file("a", 1)));
    assertThat(open(log).now().failedWith(version("a", 1), JUDGE), is(OptionalInt.empty()));
  }

  @Test
  void startsFromWhatWasPutBesideTheLog() throws IOException {
    CommitLog log = CommitLog.open(files);
    fill(log, 100);
    open(log).now();
    assertThat(kept(), hasSize(1));

    CountingFiles counting = new CountingFiles(files);
    InputLedger ledger = open(CommitLog.open(counting), counting).now();
    assertThat(ledger.isIngested(version("f0", 1)), is(true));
    assertThat(ledger.isIngested(version("f99", 1)), is(true));
    assertThat("entries read", counting.entries, lessThan(40));
  }

  @Test
  void keepsTheTwoNewest() throws IOException {
    CommitLog log = CommitLog.open(files);
    LedgerReader reader = open(log);
    for (int hundred = 0; hundred < 4; hundred++) {
      fill(log, 64);
      reader.now();
    }
    assertThat(
        kept(),
        containsInAnyOrder(
            "_log/inputs/default/analogies/%020d.txt".formatted(192),
            "_log/inputs/default/analogies/%020d.txt".formatted(256)));
    assertThat("opening does not mind them", CommitLog.open(files).latestVersion(), is(256L));
  }

  @Test
  void readsTheLogWhereWhatWasKeptIsDamagedOrOfAnotherStore() throws IOException {
    CommitLog log = CommitLog.open(files);
    fill(log, 70);
    open(log).now();
    String path = kept().get(0);
    byte[] whole = files.read(path);
    for (int at : new int[] {0, 20, whole.length / 2, whole.length - 3}) {
      byte[] damaged = whole.clone();
      damaged[at] = damaged[at] == '7' ? (byte) '8' : (byte) '7';
      files.damage(path, damaged);
      assertThat("byte " + at, open(log).now().isIngested(version("f3", 1)), is(true));
    }
    files.damage(path, "".getBytes(US_ASCII));
    assertThat(open(log).now().isIngested(version("f3", 1)), is(true));

    MemoryFiles other = new MemoryFiles();
    CommitLog another = CommitLog.open(other);
    for (int i = 0; i < 70; i++) {
      another.append(ingest("other" + i, file("g" + i, 1)));
    }
    assertThat(other.putIfAbsent(path, whole), is(true));
    assertThat(
        LedgerReader.open(other, another, Drafts.ANALOGIES).now().isIngested(version("f3", 1)),
        is(false));
  }

  @Test
  void whatIsKeptIsReadAsItWas() throws IOException {
    CommitLog log = CommitLog.open(files);
    log.append(ingest("one", file("a", 1)));
    log.append(failed("w", file("b", 1), file("c", 1)));
    InputLedger.Saved saved = open(log).now().saved();
    byte[] text = LedgerText.of(saved, log.read(2));
    assertThat(LedgerText.read(text, log.read(2)), is(Optional.of(saved)));
    assertThat(LedgerText.read(text, log.read(1)), is(Optional.empty()));
  }

  private LedgerReader open(CommitLog log) throws IOException {
    return open(log, files);
  }

  private static LedgerReader open(CommitLog log, simile.files.StoreFiles files)
      throws IOException {
    return LedgerReader.open(files, log, Drafts.ANALOGIES);
  }

  private List<String> kept() {
    return files.paths().stream().filter(path -> path.startsWith("_log/inputs/")).toList();
  }

  private static void fill(CommitLog log, int entries) throws IOException {
    long from = log.latestVersion();
    for (long i = from; i < from + entries; i++) {
      log.append(ingest("run" + i, file("f" + i, 1)));
    }
  }

  private static InputFile file(String uri, long bytes) {
    return new InputFile(uri, bytes, "t");
  }

  private static FileVersion version(String uri, long bytes) {
    return version(file(uri, bytes));
  }

  private static FileVersion version(InputFile file) {
    return FileVersion.of(file);
  }

  private static DraftCommit ingest(String run, InputFile... inputs) {
    return draft(Operation.INGEST, run, Map.of(), inputs);
  }

  private static DraftCommit failed(String run, InputFile... inputs) {
    return draft(Operation.AUDIT, run, Map.of(InputLedger.WATCH, "s"), inputs);
  }

  private static DraftCommit draft(
      Operation operation, String run, Map<String, String> details, InputFile... inputs) {
    return new DraftCommit(
        operation,
        run,
        run,
        JUDGE,
        operation == Operation.INGEST
            ? List.of(Drafts.change(Drafts.ANALOGIES, List.of(Drafts.segment(run)), List.of()))
            : List.of(),
        Optional.empty(),
        List.of(),
        Counts.ZERO,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(inputs),
        new TreeMap<>(details));
  }

  /** Counts the entries of the log that are read. */
  private static final class CountingFiles extends ForwardingFiles {
    private int entries;

    CountingFiles(MemoryFiles files) {
      super(files);
    }

    @Override
    public byte[] read(String path) throws IOException {
      if (path.matches("_log/[0-9]+\\.json")) {
        entries++;
      }
      return super.read(path);
    }
  }
}
