package simile.predecessor;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simile.foreign.ForeignTables;
import simile.json.MalformedJsonException;
import simile.workflow.Workflow;

/**
 * A context of a predecessor's store, made ready: for each collection files of lines, in order; an
 * NPZ of the concepts' vectors; the runs. What was made lies in a folder that the caller deletes.
 */
public final class StagedPredecessor {
  private static final String ANALOGIES = "analogies";
  private static final String CONCEPTS = "concepts";
  private static final List<String> TABLES = List.of(ANALOGIES, "frames", CONCEPTS);
  private static final int MAX_SHOWN = 20;

  private final PredecessorFolder folder;
  private final Path staging;
  private final int maxValueBytes;
  private final Map<String, List<StagedLines>> lines = new LinkedHashMap<>();
  private final Map<String, Tables.Ids> ids = new LinkedHashMap<>();
  private final List<Workflow> runs = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Optional<Path> vectors = Optional.empty();

  private StagedPredecessor(PredecessorFolder folder, Path staging, int maxValueBytes) {
    this.folder = folder;
    this.staging = staging;
    this.maxValueBytes = maxValueBytes;
  }

  /**
   * Makes a context ready.
   *
   * @param root the predecessor's store
   * @param context its name there
   * @param staging an empty folder
   * @param maxValueBytes the longest value that is read from a table
   * @throws simile.foreign.ForeignFileException if a file is damaged, unsafe or not understood
   */
  public static StagedPredecessor stage(Path root, String context, Path staging, int maxValueBytes)
      throws IOException {
    StagedPredecessor staged =
        new StagedPredecessor(PredecessorFolder.open(root, context), staging, maxValueBytes);
    staged.stageTables();
    staged.stageLines();
    staged.stageVectors();
    staged.readRuns(context, root.toString());
    staged.noteOthers();
    return staged;
  }

  /** For each collection its files of lines; a later line of an id counts. */
  public Map<String, List<StagedLines>> lines() {
    return lines;
  }

  /** The concepts' vectors, by id. */
  public Optional<Path> vectors() {
    return vectors;
  }

  /** The collection that {@link #vectors} are for. */
  public String vectorsOf() {
    return CONCEPTS;
  }

  public List<Workflow> runs() {
    return List.copyOf(runs);
  }

  /** What was found and what becomes of it, for people. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  private void stageTables() throws IOException {
    Optional<Path> file = folder.tables();
    if (file.isEmpty()) {
      return;
    }
    String name = folder.name(file.get());
    try (ForeignTables database = ForeignTables.open(file.get(), name, maxValueBytes)) {
      Tables tables = new Tables(database, name);
      for (String table : TABLES) {
        if (tables.has(table)) {
          Path staged = staging.resolve(table + ".jsonl");
          try (OutputStream out = output(staged)) {
            ids.put(table, tables.write(table, out));
          }
          add(table, staged, name + ": table " + table);
          notes.add(
              "%s: %d rows of %s, and %d that are deleted there"
                  .formatted(
                      name, ids.get(table).live().size(), table, ids.get(table).deleted().size()));
        }
      }
    }
  }

  /** The file after the table, and after both what the table says is deleted. */
  private void stageLines() throws IOException {
    Optional<Path> file = folder.analogies();
    if (file.isPresent()) {
      add(ANALOGIES, file.get(), folder.name(file.get()));
    }
    Tables.Ids known = ids.getOrDefault(ANALOGIES, none());
    if (file.isEmpty() || known.deleted().isEmpty()) {
      return;
    }
    Path staged = staging.resolve("analogies-deleted.jsonl");
    try (OutputStream out = output(staged)) {
      for (String id : known.deleted().stream().sorted().toList()) {
        String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(id));
        String line = "{\"type\":\"deletion\",\"target_id\":\"%s\"}\n".formatted(quoted);
        out.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    add(
        ANALOGIES,
        staged,
        folder.name(folder.tables().orElseThrow()) + ": rows of analogies marked deleted");
  }

  private void stageVectors() throws IOException {
    Optional<Path> file = folder.vectors();
    if (file.isEmpty()) {
      return;
    }
    String name = folder.name(file.get());
    Path npz = staging.resolve("concepts.npz");
    Path rejected = staging.resolve("concepts-without-record.jsonl");
    Vectors.Counts counts;
    try (OutputStream out = output(rejected)) {
      counts = Vectors.write(file.get(), name, ids.getOrDefault(CONCEPTS, none()), npz, out);
    }
    if (counts.taken() > 0) {
      vectors = Optional.of(npz);
    }
    if (counts.orphans() > 0) {
      add(CONCEPTS, rejected, name + ": vectors without a concept");
    }
    notes.add(
        "%s: %d vectors of concepts, %d that fit no concept and will be rejected, %d of deleted ones left out"
            .formatted(name, counts.taken(), counts.orphans(), counts.deleted()));
  }

  private void readRuns(String context, String from) throws IOException {
    int bad = 0;
    for (Path file : folder.workflows()) {
      try {
        runs.add(PastRuns.read(file, context, from));
      } catch (MalformedJsonException e) {
        bad++;
        notes.add("not taken: " + e.getMessage());
      }
    }
    if (!runs.isEmpty() || bad > 0) {
      notes.add("%d workflows, and %d that cannot be read".formatted(runs.size(), bad));
    }
  }

  private void noteOthers() throws IOException {
    List<String> others = folder.others();
    others.stream().limit(MAX_SHOWN).forEach(other -> notes.add("not read: " + other));
    if (others.size() > MAX_SHOWN) {
      notes.add("not read: %d files more".formatted(others.size() - MAX_SHOWN));
    }
  }

  private void add(String collection, Path file, String name) {
    lines.computeIfAbsent(collection, c -> new ArrayList<>()).add(new StagedLines(file, name));
  }

  private static Tables.Ids none() {
    return new Tables.Ids(new HashSet<>(), new HashSet<>());
  }

  private static OutputStream output(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file));
  }
}
