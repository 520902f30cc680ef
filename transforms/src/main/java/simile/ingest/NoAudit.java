package simile.ingest;

import java.io.IOException;
import java.util.List;
import simile.contract.rule.Violation;
import simile.jsonl.LongLineSink;

/** Keeps nothing of what is rejected: for who only wants to know. */
final class NoAudit implements AuditSink {
  @Override
  public void add(
      String file,
      long line,
      long offset,
      List<Violation> violations,
      byte[] bytes,
      int start,
      int length) {}

  @Override
  public LongLineSink longLine(String file, LongLineListener listener) {
    return new LongLineSink() {
      @Override
      public void begin(long offset, long number) {
        listener.tooLong(file, number + 1);
      }

      @Override
      public void piece(byte[] bytes, int start, int length) throws IOException {}

      @Override
      public void end() {}
    };
  }
}
