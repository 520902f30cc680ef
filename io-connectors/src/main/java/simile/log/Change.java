package simile.log;

import java.util.List;
import simile.record.Schema;
import simile.segment.DataFile;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/**
 * What a commit does to one collection.
 *
 * @param context the context's name
 * @param collection the collection's name
 * @param contract the contract in force from this commit on
 * @param schema how the collection is stored from this commit on
 * @param adds segments that become live
 * @param restores segments of earlier versions that become live again, with the commits that they
 *     had; only in a rollback
 * @param removes names of segments that stop being live; each must be live
 * @param files files beside the segments, such as a new contract
 */
public record Change(
    String context,
    String collection,
    ContractRef contract,
    Schema schema,
    List<Segment> adds,
    List<LiveSegment> restores,
    List<String> removes,
    List<DataFile> files) {

  public Change {
    adds = List.copyOf(adds);
    restores = List.copyOf(restores);
    removes = List.copyOf(removes);
    files = List.copyOf(files);
  }

  public CollectionKey key() {
    return new CollectionKey(context, collection);
  }
}
