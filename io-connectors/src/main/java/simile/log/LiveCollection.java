package simile.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import simile.record.Schema;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/** A collection while the log is replayed. */
final class LiveCollection {
  private final Map<String, LiveSegment> segments = new LinkedHashMap<>();
  private ContractRef contract;
  private Schema schema;

  LiveCollection(ContractRef contract, Schema schema) {
    this.contract = contract;
    this.schema = schema;
  }

  LiveCollection(CollectionState state) {
    this(state.contract(), state.schema());
    state.segments().forEach(s -> segments.put(s.segment().name(), s));
  }

  boolean isLive(String segment) {
    return segments.containsKey(segment);
  }

  OptionalInt dimension() {
    return schema.dimension();
  }

  /** The change has been admitted before. */
  void apply(Change change, long version) {
    // A run that saw no vector does not know the dimension that another gave the collection.
    OptionalInt dimension =
        change.schema().dimension().isPresent() ? change.schema().dimension() : dimension();
    contract = change.contract();
    schema = change.schema().withDimension(dimension);
    change.removes().forEach(segments::remove);
    change.restores().forEach(restored -> segments.put(restored.segment().name(), restored));
    for (Segment segment : change.adds()) {
      segments.put(segment.name(), new LiveSegment(segment, version));
    }
  }

  CollectionState state() {
    List<LiveSegment> live = new ArrayList<>(segments.values());
    live.sort(Comparator.comparingLong(LiveSegment::commit));
    return new CollectionState(contract, schema, live);
  }
}
