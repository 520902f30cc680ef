package simile.ingest;

import java.io.IOException;
import java.util.List;
import simile.contract.rule.Violation;
import simile.jsonl.LongLineSink;

/** Takes what is rejected. */
interface AuditSink {

  /** Takes a rejected record. {@code line} is counted from 1. */
  void add(
      String file,
      long line,
      long offset,
      List<Violation> violations,
      byte[] bytes,
      int start,
      int length)
      throws IOException;

  /** Takes a record that comes in pieces. {@code line} is counted from 1. */
  LongLineSink longLine(String file, LongLineListener listener);

  /** Learns of a line that is too long, and says which rule it broke. */
  interface LongLineListener {
    Violation tooLong(String file, long line);
  }
}
