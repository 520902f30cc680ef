package simile.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.contract.check.CheckerOptions;
import simile.contract.check.RecordChecker;
import simile.contract.rule.Violation;
import simile.record.RecordBatch;
import simile.record.RecordBatchBuilder;
import simile.record.Schema;

/** Runs lines through a checker, as ingest does. */
final class Lines {
  static final String NOW = "2026-01-01T00:00:00Z";

  private static final int LINES_A_BATCH = 1000;

  private final RecordChecker checker;
  private final List<Violation> violations = new ArrayList<>();
  private final byte[] sharedSlab = new byte[1 << 16];
  private final Schema schema;
  private Optional<RecordBatchBuilder> shared = Optional.empty();
  private int judged;
  private boolean accepted;

  Lines(Contract contract, CheckerOptions options) {
    this.schema = contract.schema().withDimension(options.dimension());
    this.checker = contract.checker(options);
  }

  static Lines analogies() {
    return new Lines(
        BuiltInContracts.find("analogies").orElseThrow(), CheckerOptions.ofDimension(3));
  }

  RecordBatch check(String line) {
    return check(line.getBytes(UTF_8));
  }

  /** Checks one line, which lies somewhere inside a slab. */
  RecordBatch check(byte[] line) {
    byte[] slab = new byte[line.length + 10];
    System.arraycopy(line, 0, slab, 5, line.length);
    RecordBatchBuilder batch = RecordBatch.builder(schema, slab, NOW);
    violations.clear();
    accepted = checker.check(slab, 5, 5 + line.length, 7, batch, violations::add);
    return batch.build();
  }

  /** As {@link #check}, without a batch to look at: many times faster. */
  boolean judge(byte[] line) {
    if (shared.isEmpty() || judged++ % LINES_A_BATCH == 0) {
      shared = Optional.of(RecordBatch.builder(schema, sharedSlab, NOW));
    }
    System.arraycopy(line, 0, sharedSlab, 3, line.length);
    violations.clear();
    int before = shared.get().size();
    accepted = checker.check(sharedSlab, 3, 3 + line.length, 7, shared.get(), violations::add);
    return shared.get().size() > before;
  }

  boolean accepted() {
    return accepted;
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  /** The rules that the line broke, with their pointers: {@code field.type /id}. */
  List<String> broken() {
    return violations.stream().map(v -> (v.rule() + " " + v.pointer()).trim()).toList();
  }
}
