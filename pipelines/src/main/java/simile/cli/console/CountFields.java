package simile.cli.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import simile.log.Counts;

/** A run's counts under the names that every command prints them. */
public final class CountFields {

  private CountFields() {}

  public static ObjectNode put(ObjectNode object, Counts counts) {
    return object
        .put("records_read", counts.read())
        .put("records_blank", counts.blank())
        .put("records_accepted", counts.accepted())
        .put("records_rejected", counts.rejected())
        .put("deletions", counts.deletions())
        .put("rows_written", counts.rows())
        .put("bytes_written", counts.bytesWritten());
  }
}
