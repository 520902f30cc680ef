package simile.log;

import java.util.List;
import simile.record.Schema;
import simile.segment.LiveSegment;

/**
 * A collection as of a version.
 *
 * @param contract the contract in force
 * @param schema how it is stored
 * @param segments the live ones, by commit and then as the commit lists them
 */
public record CollectionState(ContractRef contract, Schema schema, List<LiveSegment> segments) {
  public CollectionState {
    segments = List.copyOf(segments);
  }
}
