package simile.watch;

import java.util.OptionalInt;
import simile.ingest.RunInputs;
import simile.input.SourceFile;
import simile.ledger.FileVersion;
import simile.ledger.InputLedger;

/**
 * A file that may have to be ingested.
 *
 * @param file the file
 * @param version its version
 * @param failedWith how many files were in the smallest window that failed with it; empty for none
 */
record Arrival(SourceFile file, FileVersion version, OptionalInt failedWith) {

  /**
   * A file as the ledger knows it.
   *
   * @param judge failures before another one do not count
   */
  static Arrival of(SourceFile file, InputLedger ledger, String judge) {
    FileVersion version = FileVersion.of(RunInputs.of(file));
    return new Arrival(file, version, ledger.failedWith(version, judge));
  }

  /** Whether it is to be tried: it did not come in, and did not fail alone. */
  boolean isWanted(InputLedger ledger) {
    return !ledger.isIngested(version) && failedWith.orElse(0) != 1;
  }

  long bytes() {
    return Math.max(0, file.stamp().bytes());
  }
}
