package simile.proof.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.compact.CompactionRules;
import simile.files.LocalFiles;
import simile.log.CollectionKey;
import simile.proof.Folders;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainCompact;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.segment.FileKind;
import simile.segment.SegmentSize;
import simile.stats.CollectionStats;
import simile.stats.Debt;
import simile.stats.FileTotals;
import simile.stats.Histogram;
import simile.stats.LiveStats;
import simile.stats.Overlap;
import simile.stats.PrometheusText;
import simile.stats.StatsReader;
import simile.stats.StoreStats;
import simile.store.Store;

/** The figures of a store are those that a naive count gives. */
class StatsTest {
  @TempDir static Path folder;
  private static StoreStats exact;
  private static Path store;

  @BeforeAll
  static void ingest() throws IOException {
    store = folder.resolve("store");
    LocalFiles files = new LocalFiles(store);
    ingest(files, "one", new String(Lines.analogies(50), UTF_8));
    ingest(files, "two", Lines.analogy("a3", 0.7) + "\n" + Lines.deletion("a4") + "\n");
    Store opened = Store.open(store.toString());
    exact = new StatsReader(files).read(opened.log().state(), true);
  }

  private static void ingest(LocalFiles files, String run, String lines) throws IOException {
    MemoryInputs inputs = MemoryInputs.of("in.jsonl", lines.getBytes(UTF_8));
    PlainIngest.into(files, run).run(inputs, inputs.list());
  }

  private static CollectionStats analogies() {
    return exact.collections().get(0);
  }

  @Test
  void recordsAndDeadRowsAreWhatAQuerySees() throws IOException {
    Map<String, String> records = Stored.analogies(store);
    LiveStats live = analogies().live().orElseThrow();
    assertThat(live.records(), is((long) records.size()));
    assertThat(live.deadRows(), is(2L));
    assertThat(
        live.recordBytes(),
        is(records.values().stream().mapToLong(r -> r.getBytes(UTF_8).length + 1L).sum()));
    assertThat(live.entriesPerRecord(), is(closeTo(52.0 / 49, 1e-9)));
    assertThat(analogies().rows(), is(51L));
    assertThat(analogies().tombstones(), is(1L));
  }

  @Test
  void qualitiesAndDomainsAreCounted() throws IOException {
    long[] tenths = new long[10];
    Map<String, Long> domains = new TreeMap<>();
    for (String record : Stored.analogies(store).values()) {
      double quality = Double.parseDouble(record.replaceAll(".*quality_score\":([0-9.]+).*", "$1"));
      // In hundredths, so that no rounding decides.
      long hundredths = Math.round(quality * 100);
      tenths[(int) Math.max(0, (hundredths - 1) / 10)]++;
      domains.merge(record.replaceAll(".*source_domain\":\"([^\"]*).*", "$1"), 1L, Long::sum);
    }
    Histogram quality = analogies().live().orElseThrow().quality();
    assertThat(quality.tenths(), equalTo(Arrays.stream(tenths).boxed().toList()));
    Map<String, Long> told = new TreeMap<>();
    analogies().live().orElseThrow().sourceDomains().forEach(d -> told.put(d.value(), d.records()));
    assertThat(told, equalTo(domains));
  }

  @Test
  void debtIsWhatAFullCompactionThenDoes() throws IOException {
    Path copy = folder.resolve("indebted");
    Folders.copy(store, copy);
    Store indebted = Store.open(copy.toString());
    var unused =
        new PlainCompact(indebted, "compact", new CompactionRules(SegmentSize.TARGET_BYTES, true))
            .run();
    Debt before = analogies().live().orElseThrow().debt();
    CollectionStats after =
        new StatsReader(indebted.files())
            .read(Store.open(copy.toString()).log().state(), true)
            .collections()
            .get(0);
    assertThat(analogies().segments() - before.segmentsTooMany(), is(after.segments()));
    assertThat(after.live().orElseThrow().debt(), is(new Debt(0, 0, 0)));
  }

  @Test
  void quickReadsNoKeyFile() throws IOException {
    Path copy = folder.resolve("copy");
    Folders.copy(store, copy);
    try (var walk = Files.walk(copy.resolve("contexts"))) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    Store opened = Store.open(copy.toString());
    StoreStats quick = new StatsReader(opened.files()).read(opened.log().state(), false);
    assertThat(quick.collections().get(0).rows(), is(51L));
    assertThat(quick.collections().get(0).live(), is(Optional.empty()));
  }

  @Test
  void prometheusTextIsValid() {
    assertThat(faults(PrometheusText.of(exact)), is(empty()));
  }

  @Test
  void strangeNamesStayInTheirQuotes() {
    LiveStats.Common strange = new LiveStats.Common("a\"b\\c\nd", 3);
    LiveStats live = analogies().live().orElseThrow();
    LiveStats odd =
        new LiveStats(1, 0, 1, 0, 1, 0, live.debt(), live.quality(), List.of(strange), List.of());
    CollectionStats collection =
        new CollectionStats(
            new CollectionKey("default", "analogies"),
            1,
            1,
            0,
            new FileTotals(totals()),
            0,
            new Overlap(1, 1, 0),
            Optional.of(odd));
    String text = PrometheusText.of(new StoreStats(1, 1, 1, 0, 1, 1, List.of(collection)));
    assertThat(faults(text), is(empty()));
    assertThat(text.contains("domain=\"a\\\"b\\\\c\\nd\"} 3\n"), is(true));
  }

  private static Map<FileKind, FileTotals.Total> totals() {
    Map<FileKind, FileTotals.Total> totals = new EnumMap<>(FileKind.class);
    for (FileKind kind : FileKind.values()) {
      totals.put(kind, new FileTotals.Total(0, 0));
    }
    return totals;
  }

  /** What is not as the format 0.0.4 says: names, escapes, HELP and TYPE first, no sample twice. */
  private static List<String> faults(String text) {
    List<String> faults = new ArrayList<>();
    Map<String, String> types = new HashMap<>();
    Set<String> samples = new HashSet<>();
    Set<String> closed = new HashSet<>();
    String open = "";
    if (!text.endsWith("\n")) {
      faults.add("no line feed at the end");
    }
    for (String line : text.lines().toList()) {
      if (line.startsWith("# ")) {
        String[] words = line.split(" ", 4);
        if (words[1].equals("TYPE")) {
          types.put(words[2], words[3]);
        } else if (!words[1].equals("HELP") || !closed.add(words[2])) {
          faults.add(line);
        }
        open = words[2];
        continue;
      }
      String name = line.replaceFirst("[{ ].*", "");
      String family =
          types.containsKey(name) ? name : name.replaceFirst("_(bucket|sum|count)$", "");
      boolean isValid =
          line.matches(
              "[a-zA-Z_:][a-zA-Z0-9_:]*(\\{[a-z_]+=\"([^\"\\\\]|\\\\[\\\\\"n])*\""
                  + "(,[a-z_]+=\"([^\"\\\\]|\\\\[\\\\\"n])*\")*\\})? -?[0-9.E+-]+");
      if (!isValid || !family.equals(open) || !samples.add(line.replaceFirst(" [^ ]*$", ""))) {
        faults.add(line);
      }
    }
    return faults;
  }

  @Test
  void bucketsOfAHistogramAddUp() {
    String text = PrometheusText.of(exact);
    String infinite = text.replaceAll("(?s).*le=\"\\+Inf\"} (\\d+).*", "$1");
    String count = text.replaceAll("(?s).*simile_quality_score_count\\{[^}]*} (\\d+).*", "$1");
    assertThat(infinite, matchesPattern("\\d+"));
    assertThat(infinite, equalTo(count));
  }
}
