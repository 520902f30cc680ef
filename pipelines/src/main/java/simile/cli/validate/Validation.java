package simile.cli.validate;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.contract.Contract;
import simile.contract.check.CheckerOptions;
import simile.contract.check.RecordChecker;
import simile.contract.rule.Violation;
import simile.embedding.FirstVector;
import simile.input.Piece;
import simile.input.SourceFile;
import simile.input.Split;
import simile.input.SplitReader;
import simile.input.SplitSlab;
import simile.jsonl.Slab;
import simile.record.RecordBatch;
import simile.record.RecordBatchBuilder;
import simile.record.Schema;

/** Checks files line by line, in memory that does not grow with them. */
public final class Validation {
  private static final int SLAB_BYTES = 4 << 20;
  private static final String NO_TIME = "1970-01-01T00:00:00Z"; // nothing is written

  private final Contract contract;
  private final FirstVector firstVector = new FirstVector();
  private final int maxLineBytes;
  private final FindingSink sink;
  private final Verdict verdict = new Verdict();
  private final List<Violation> found = new ArrayList<>();
  private Schema schema;
  private RecordChecker checker;

  /**
   * Prepares a check. Where the contract does not say how long vectors are, the first one says it.
   *
   * @param maxLineBytes longer lines are violations
   */
  public Validation(Contract contract, int maxLineBytes, FindingSink sink) {
    this.contract = contract;
    this.schema = contract.schema();
    this.checker = contract.checker(new CheckerOptions(schema.dimension()));
    this.maxLineBytes = maxLineBytes;
    this.sink = sink;
  }

  /**
   * Checks all files.
   *
   * @param inputs files, folders, globs, or {@code -} for standard input
   * @throws java.io.FileNotFoundException if an input matches nothing
   * @throws simile.input.InputException if a file cannot be read
   */
  public Verdict check(List<String> inputs, InputStream standardInput) throws IOException {
    LocalInputs opener = new LocalInputs(standardInput);
    List<SourceFile> files = new ArrayList<>();
    for (String input : inputs) {
      for (String file : opener.list(input)) {
        files.add(new SourceFile(file, opener.stamp(file)));
      }
    }
    for (SourceFile file : files) {
      check(opener, file);
    }
    return verdict;
  }

  private void check(LocalInputs opener, SourceFile file) throws IOException {
    Split split = new Split(0, List.of(Piece.whole(file)));
    LongLineFindings longLines = new LongLineFindings(file.uri(), maxLineBytes, verdict, sink);
    try (SplitReader reader =
        new SplitReader(opener, split, SLAB_BYTES, maxLineBytes, piece -> longLines)) {
      for (Optional<SplitSlab> slab = reader.next(); slab.isPresent(); slab = reader.next()) {
        check(file.uri(), slab.get().slab());
      }
    }
  }

  private void check(String file, Slab slab) throws IOException {
    if (contract.embeds() && schema.dimension().isEmpty()) {
      firstVector.dimension(slab).ifPresent(this::expectVectorsOf);
    }
    RecordBatchBuilder unused = RecordBatch.builder(schema, slab.bytes(), NO_TIME);
    for (int line = 0; line < slab.lines(); line++) {
      if (slab.isBlank(line)) {
        verdict.blank();
        continue;
      }
      found.clear();
      verdict.record(
          checker.check(slab.bytes(), slab.start(line), slab.end(line), line, unused, found::add));
      for (Violation violation : found) {
        verdict.broken(violation);
        sink.add(new Finding(file, slab.number(line) + 1, slab.offset(line), violation));
      }
    }
  }

  private void expectVectorsOf(int dimension) {
    schema = contract.schema().withDimension(OptionalInt.of(dimension));
    checker = contract.checker(CheckerOptions.ofDimension(dimension));
  }
}
