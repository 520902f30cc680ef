package simile.bundle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import simile.contract.BuiltInContracts;
import simile.contract.Contract;
import simile.contract.ContractException;
import simile.contract.ContractParser;
import simile.files.Sha256;

/** Bundles for tests: their files in memory, and what describes them. */
public final class Samples {
  /** A contract whose fields are nested, and whose names and texts mean harm. */
  public static final String NASTY =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: "a | b"
      name: nasty
      version: "1.0"
      status: active
      schema:
        - name: nasty
          logicalType: object
          properties:
            - name: "a: b # c\\n---\\n| x"
              logicalType: string
              description: "<script> | `x` \\"quoted\\" \\n\\n# heading"
            - name: "it's a/b.c"
              logicalType: integer
            - name: place
              logicalType: object
              properties:
                - name: lat
                  logicalType: number
                - name: "deep er"
                  logicalType: object
                  properties:
                    - name: seen
                      logicalType: timestamp
            - name: parts
              logicalType: array
              items:
                logicalType: object
                properties:
                  - name: day
                    logicalType: date
                  - name: good
                    logicalType: boolean
            - name: grid
              logicalType: array
              items:
                logicalType: array
                items:
                  logicalType: number
            - name: anything
              logicalType: object
            - name: at
              logicalType: time
      """;

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, Contract> contracts = new TreeMap<>();
  private final List<BundledCollection> collections = new ArrayList<>();
  private long history;

  /** Two collections, one of them empty, with vectors, a model and history. */
  public static Samples typical() {
    return new Samples()
        .with(BuiltInContracts.find("analogies").orElseThrow(), 2, 2)
        .with(BuiltInContracts.find("frames").orElseThrow(), 0, 0)
        .model("ltn_models/modèle ✓.pth", 300)
        .history(3);
  }

  /** With the nasty contract too. */
  public static Samples nasty() {
    try {
      return typical()
          .with(ContractParser.parse("nasty", NASTY.getBytes(StandardCharsets.UTF_8)), 1_500, 0);
    } catch (ContractException e) {
      throw new IllegalStateException(e);
    }
  }

  private Samples with(Contract contract, long records, long vectors) {
    String name = contract.name();
    contracts.put(name, contract);
    collections.add(
        new BundledCollection(
            name,
            records,
            vectors,
            vectors > 0 ? OptionalInt.of(2) : OptionalInt.empty(),
            new BundledCollection.ContractLabel(
                contract.id(), contract.version(), contract.sha256())));
    files.put(BundlePaths.contract(name), contract.source());
    files.put(BundlePaths.data(name, 0, 1), bytes("{\"id\":\"ä\"}\n".repeat((int) records)));
    if (vectors > 0) {
      files.put(BundlePaths.embeddings(name), bytes("not read here"));
    }
    return this;
  }

  private Samples model(String name, int size) {
    files.put(BundlePaths.MODELS + name, new byte[size]);
    return this;
  }

  private Samples history(int entries) {
    history = entries;
    files.put(BundlePaths.HISTORY, bytes("{}\n".repeat(entries)));
    return this;
  }

  /** Adds a file, such as a description. */
  public Samples add(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  public Bundle bundle() {
    return new Bundle(
        "default",
        42,
        Instant.parse("2026-01-31T12:00:00.5Z"),
        Bundle.NO_LICENSE,
        collections,
        history,
        files.entrySet().stream()
            .map(f -> new BundledFile(f.getKey(), f.getValue().length, Sha256.of(f.getValue())))
            .toList());
  }

  /** The files, without {@code bundle.json}. */
  public Map<String, byte[]> files() {
    return files;
  }

  public Map<String, Contract> contracts() {
    return contracts;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
