package simile.cli.validate;

import java.io.IOException;
import simile.contract.rule.RuleIds;
import simile.contract.rule.Severity;
import simile.contract.rule.Violation;
import simile.jsonl.LongLineSink;

/** Reports lines that are too long to look at. */
final class LongLineFindings implements LongLineSink {
  private final String file;
  private final int maxLineBytes;
  private final Verdict verdict;
  private final FindingSink sink;

  LongLineFindings(String file, int maxLineBytes, Verdict verdict, FindingSink sink) {
    this.file = file;
    this.maxLineBytes = maxLineBytes;
    this.verdict = verdict;
    this.sink = sink;
  }

  @Override
  public void begin(long offset, long number) throws IOException {
    Violation violation =
        new Violation(
            RuleIds.LINE_TOO_LONG,
            Severity.ERROR,
            "",
            "at most " + maxLineBytes + " bytes",
            "more",
            "raise --max-line-bytes if the record is right");
    verdict.record(false);
    verdict.broken(violation);
    sink.add(new Finding(file, number + 1, offset, violation));
  }

  @Override
  public void piece(byte[] bytes, int start, int length) {}

  @Override
  public void end() {}
}
