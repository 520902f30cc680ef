package simile.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.files.StoreFiles;
import simile.log.Commit;
import simile.query.Query;
import simile.query.Row;
import simile.query.Rows;
import simile.segment.DataFile;
import simile.store.AsOf;
import simile.store.Store;

/** What a store says, read through its public API. */
public final class Stored {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Stored() {}

  /** The records of the newest version, by id; none if there is no collection. */
  public static SortedMap<String, String> analogies(Path store) throws IOException {
    return analogies(store, AsOf.latest(), false);
  }

  /** The records of a version, by id; none if there is no collection. */
  public static SortedMap<String, String> analogies(Path store, AsOf asOf, boolean withVectors)
      throws IOException {
    SortedMap<String, String> records = new TreeMap<>();
    rows(store, asOf, withVectors).forEach((id, row) -> records.put(id, row.json()));
    return records;
  }

  /** The rows of a version, by id; none if there is no collection. */
  public static SortedMap<String, Row> rows(Path store, AsOf asOf, boolean withVectors)
      throws IOException {
    SortedMap<String, Row> records = new TreeMap<>();
    var snapshot = Store.open(store.toString()).snapshot(asOf);
    if (snapshot.collections().isEmpty()) {
      return records;
    }
    try (Rows rows =
        snapshot.collection("default", "analogies").query(Query.ALL.withEmbeddings(withVectors))) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        Row twice = records.put(row.get().id(), row.get());
        if (twice != null) {
          throw new AssertionError("two rows with the id " + row.get().id());
        }
      }
    }
    return records;
  }

  /** All entries of the log, oldest first. */
  public static List<Commit> history(Path store) throws IOException {
    List<Commit> commits = new ArrayList<>();
    try (var history = Store.open(store.toString()).log().history()) {
      history.forEach(commit -> commits.add(0, commit));
    }
    return commits;
  }

  /** The rejected records that an entry names. */
  public static List<Rejected> rejected(Path store, Commit commit) throws IOException {
    StoreFiles files = Store.open(store.toString()).files();
    List<Rejected> rejected = new ArrayList<>();
    for (DataFile file : commit.audit()) {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  Channels.newInputStream(files.open(file.path())), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          rejected.add(Rejected.of(JSON.readTree(line)));
        }
      }
    }
    return rejected;
  }

  /**
   * A line of an audit file.
   *
   * @param file the input
   * @param line from 1
   * @param offset of its first byte
   * @param rules every rule that it broke, in the order found
   * @param bytes the line as it came, as ISO-8859-1 so that they compare
   */
  public record Rejected(String file, long line, long offset, List<String> rules, String bytes) {
    static Rejected of(JsonNode node) throws IOException {
      List<String> rules = new ArrayList<>();
      node.get("violations").forEach(violation -> rules.add(violation.get("rule").textValue()));
      byte[] bytes =
          node.has("record_base64")
              ? node.get("record_base64").binaryValue()
              : node.get("record").textValue().getBytes(StandardCharsets.UTF_8);
      return new Rejected(
          node.get("file").textValue(),
          node.get("line").longValue(),
          node.get("offset").longValue(),
          rules,
          new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }
}
