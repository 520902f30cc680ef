package simile.proof.model;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simile.proof.model.Line.Gone;
import simile.proof.model.Line.Put;

/** A store that has lived a little, and one run of each kind that has something to do in it. */
final class Life {
  /** The run that is to fail, die or race. */
  static final String RUN = "the-run";

  private static final List<Step> BEGINNING =
      List.of(
          new Step.Ingest(
              List.of(
                  put("a", "river", 1, true),
                  put("b", "traffic", 2, false),
                  put("c", "river", 3, true),
                  put("d", "été", 4, false)),
              true),
          new Step.Tag("begin", 0),
          new Step.Ingest(
              List.of(put("a", "traffic", 5, false), new Gone("b"), put("e", "river", 6, false)),
              false),
          new Step.Delete(List.of("d")),
          new Step.Ingest(List.of(put("c", "été", 7, true), put("f", "river", 8, false)), false));

  private Life() {}

  /** A run of each kind, by a name. */
  static Map<String, Step> changes() {
    Map<String, Step> changes = new LinkedHashMap<>();
    changes.put(
        "ingest",
        new Step.Ingest(
            List.of(
                put("a", "été", 9, true),
                new Gone("e"),
                put("g", "river", 10, false),
                put("b", "traffic", 11, false)),
            true));
    changes.put("delete", new Step.Delete(List.of("a", "f", "never")));
    changes.put(
        "delete-by",
        new Step.DeleteBy(
            new Filter(Optional.of("river"), Optional.empty(), Optional.empty()),
            Optional.empty()));
    changes.put("compact", new Step.Compact(true, Optional.empty()));
    changes.put("rollback", new Step.Rollback(3));
    changes.put("tag", new Step.Tag("now", 0));
    changes.put("vacuum", new Step.Vacuum(Duration.ZERO));
    return changes;
  }

  /** Lives through the beginning. */
  static Ledger begin(Operations operations) throws IOException {
    Ledger ledger = new Ledger();
    for (int i = 0; i < BEGINNING.size(); i++) {
      new Runs(operations, ledger).run("begin-" + i, BEGINNING.get(i));
      ledger.follow(operations.open().log());
    }
    return ledger;
  }

  /** Takes in what is in the log, and compares every version that is kept. */
  static void requireAsTold(String where, Operations operations, Ledger ledger) throws IOException {
    var store = operations.open();
    ledger.follow(store.log());
    for (long version : ledger.kept()) {
      new Inspection(store)
          .requireRecords(
              where + ", version " + version,
              new simile.store.AsOf.Version(version),
              ledger.at(version));
    }
    new Inspection(store).requireVectors(ledger.latestContents());
  }

  private static Put put(String id, String domain, int serial, boolean vector) {
    return new Put(id, domain, serial, "x", serial, vector);
  }
}
