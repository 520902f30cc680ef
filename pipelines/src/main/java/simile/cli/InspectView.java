package simile.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** What {@code inspect} asks of a store. */
interface InspectView {

  /** A live file: {@code kind} is jsonl, sqlite, npz, keys, tombstones or metadata. */
  record LiveFile(String path, String kind, String segment, long rows, long bytes, String sha256) {}

  /** A segment, its rows, its tombstones, and the bytes of its files. */
  record LiveSegment(
      String name, long addedIn, long rows, long deletions, long files, long bytes) {}

  /**
   * Sums up a version: format, version, contract, dimension, counts, and sizes by kind of file, as
   * members in the order in which people read them.
   */
  ObjectNode summary(Target.Place place, AsOf asOf) throws IOException;

  /** The files that belong to a version, by path. */
  List<LiveFile> files(Target.Place place, AsOf asOf) throws IOException;

  /** The segments that belong to a version, oldest first. */
  List<LiveSegment> segments(Target.Place place, AsOf asOf) throws IOException;

  /** The contract of a version, as its YAML. */
  String contract(Target.Place place, AsOf asOf) throws IOException;
}
