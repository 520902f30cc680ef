package simile.compact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import simile.contract.UnstoredFields;
import simile.files.StoreFiles;
import simile.log.CollectionState;
import simile.log.State;
import simile.record.Schema;
import simile.segment.LiveSegment;

/**
 * A group's segments and what surrounds them, as of the version that was planned from.
 *
 * @param group the group
 * @param inputs its segments
 * @param others the other live segments of the collection
 * @param schema how rows are written
 * @param unstored fields that the contract knows and the schema does not store
 */
public record GroupInput(
    Group group,
    List<LiveSegment> inputs,
    List<LiveSegment> others,
    Schema schema,
    Set<String> unstored) {

  public GroupInput {
    inputs = List.copyOf(inputs);
    others = List.copyOf(others);
    unstored = Set.copyOf(unstored);
  }

  /**
   * Finds them.
   *
   * @param state of the version that was planned from
   * @throws IOException if that version has them not, or its contract cannot be read
   */
  public static GroupInput of(StoreFiles files, State state, Group group) throws IOException {
    CollectionState collection =
        state
            .collection(group.key())
            .orElseThrow(() -> new IOException("there is no collection " + group.key()));
    Set<String> names = Set.copyOf(group.segments());
    List<LiveSegment> inputs = new ArrayList<>();
    List<LiveSegment> others = new ArrayList<>();
    for (LiveSegment live : collection.segments()) {
      (names.contains(live.segment().name()) ? inputs : others).add(live);
    }
    if (inputs.size() != names.size()) {
      throw new IOException(
          "version %d has %d of the %d segments of group %d; please report this"
              .formatted(state.version(), inputs.size(), names.size(), group.number()));
    }
    Set<String> unstored = UnstoredFields.of(files, collection.contract());
    return new GroupInput(group, inputs, others, collection.schema(), unstored);
  }
}
