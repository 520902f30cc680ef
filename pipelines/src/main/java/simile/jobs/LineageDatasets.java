package simile.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import simile.layout.Layout;
import simile.lineage.DatasetName;
import simile.lineage.LineageDataset;
import simile.lineage.LineageDataset.Field;
import simile.lineage.Statistics;
import simile.log.Change;
import simile.log.CollectionKey;
import simile.log.Commit;
import simile.record.Schema;
import simile.segment.DataFile;
import simile.segment.Segment;
import simile.store.Store;
import simile.workflow.Workflow;

/**
 * What a run reads and writes: input files, collections of the store, the place of an export.
 *
 * @param inputs what it reads
 * @param outputs what it writes
 */
record LineageDatasets(List<LineageDataset> inputs, List<LineageDataset> outputs) {
  private static final String PLACE = "to";

  /** As far as it is known when the run begins. */
  static LineageDatasets begun(Store store, Run run) throws IOException {
    List<LineageDataset> collections = collections(store, run);
    List<LineageDataset> inputs =
        run.inputs().isEmpty() ? versioned(collections, run) : LineageFiles.of(run.inputs());
    String place = run.metadata().get(PLACE);
    return new LineageDatasets(
        inputs, place == null ? collections : List.of(LineageDataset.of(DatasetName.of(place))));
  }

  /** As it was. */
  static LineageDatasets ended(Store store, Run run, Workflow how, List<Commit> entries)
      throws IOException {
    LineageDatasets begun = begun(store, run);
    List<LineageDataset> inputs =
        entries.stream().allMatch(entry -> entry.inputs().isEmpty())
            ? begun.inputs()
            : LineageFiles.of(entries.stream().flatMap(e -> e.inputs().stream()).toList());
    List<LineageDataset> outputs = written(store, entries);
    if (outputs.isEmpty()) {
      outputs = begun.outputs().stream().map(place -> published(place, how)).toList();
    }
    return new LineageDatasets(inputs, outputs);
  }

  /** What the run is about; {@code *} and names with commas are several. */
  private static List<LineageDataset> collections(Store store, Run run) throws IOException {
    List<LineageDataset> datasets = new ArrayList<>();
    for (String context : run.context().split(",", -1)) {
      for (String collection : run.collection().split(",", -1)) {
        if (!context.equals("*") && !collection.equals("*")) {
          datasets.add(dataset(store, new CollectionKey(context, collection)));
        } else {
          store.log().state().collections().keySet().stream()
              .filter(key -> context.equals("*") || context.equals(key.context()))
              .filter(key -> collection.equals("*") || collection.equals(key.collection()))
              .forEach(key -> datasets.add(dataset(store, key)));
        }
      }
    }
    return datasets;
  }

  private static LineageDataset dataset(Store store, CollectionKey key) {
    return LineageDataset.of(
        DatasetName.of(
            store.files().root() + "/" + Layout.collection(key.context(), key.collection())));
  }

  private static List<LineageDataset> versioned(List<LineageDataset> collections, Run run) {
    String version = run.metadata().get(Run.READS_VERSION);
    return version == null
        ? collections
        : collections.stream().map(dataset -> dataset.withVersion(version)).toList();
  }

  /** What the entries brought, by collection. */
  private static List<LineageDataset> written(Store store, List<Commit> entries) {
    SortedMap<CollectionKey, LineageDataset> datasets = new TreeMap<>();
    for (Commit entry : entries) {
      for (Change change : entry.changes()) {
        LineageDataset dataset =
            dataset(store, change.key())
                .withVersion(Long.toString(entry.version()))
                .withFields(fields(change.schema()))
                .withStatistics(statistics(change.adds()));
        datasets.merge(change.key(), dataset, LineageDatasets::both);
      }
    }
    return List.copyOf(datasets.values());
  }

  private static List<Field> fields(Schema schema) {
    return schema.columns().stream()
        .map(column -> new Field(column.name(), column.type().name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static Statistics statistics(List<Segment> segments) {
    List<DataFile> files = segments.stream().flatMap(s -> s.files().stream()).toList();
    return new Statistics(
        segments.stream().mapToLong(Segment::rows).sum(),
        files.stream().mapToLong(DataFile::bytes).sum(),
        files.size());
  }

  /** The newest entry comes first. */
  private static LineageDataset both(LineageDataset newer, LineageDataset older) {
    Statistics a = newer.statistics().orElseThrow();
    Statistics b = older.statistics().orElseThrow();
    return newer.withStatistics(
        new Statistics(a.rows() + b.rows(), a.bytes() + b.bytes(), a.files() + b.files()));
  }

  /** An export has no entry; its workflow says what it wrote. */
  private static LineageDataset published(LineageDataset place, Workflow how) {
    Map<String, String> facts = how.metadata();
    if (!facts.containsKey(Published.ROWS)) {
      return place;
    }
    long[] numbers =
        Stream.of(Published.ROWS, Published.BYTES, Published.FILES)
            .mapToLong(name -> Long.parseLong(facts.getOrDefault(name, "-1")))
            .toArray();
    return place.withStatistics(new Statistics(numbers[0], numbers[1], numbers[2]));
  }
}
