package simile.cli.version;

import com.fasterxml.jackson.databind.node.ObjectNode;
import simile.history.DifferenceCounts;

/** How many records differ, as fields. */
final class Counted {
  private Counted() {}

  static ObjectNode put(ObjectNode object, DifferenceCounts counts) {
    return object
        .put("records_inserted", counts.inserted())
        .put("records_updated", counts.updated())
        .put("records_deleted", counts.deleted())
        .put("records_unchanged", counts.unchanged());
  }
}
