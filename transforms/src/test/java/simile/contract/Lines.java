package simile.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import simile.contract.check.CheckerOptions;
import simile.contract.check.RecordChecker;
import simile.contract.rule.Violation;
import simile.record.RecordBatch;

/** Runs lines through a checker, as ingest does. */
final class Lines {
  static final String NOW = "2026-01-01T00:00:00Z";

  private final Contract contract;
  private final CheckerOptions options;
  private final RecordChecker checker;
  private final List<Violation> violations = new ArrayList<>();
  private boolean accepted;

  Lines(Contract contract, CheckerOptions options) {
    this.contract = contract;
    this.options = options;
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
    RecordBatch.Builder batch =
        RecordBatch.builder(contract.schema().withDimension(options.dimension()), slab, NOW);
    violations.clear();
    accepted = checker.check(slab, 5, 5 + line.length, 7, batch, violations::add);
    return batch.build();
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
