package simile.export;

import java.io.IOException;
import java.util.List;
import simile.connectors.WrittenFile;

/** A format: how files are made of records, and one file of several. */
interface RowSinks {

  /**
   * Opens a sink.
   *
   * @param path in the output's folder, where nothing is yet
   */
  RowSink open(String path) throws IOException;

  /** Opens a sink for a file that will be joined with others. */
  default RowSink openPiece(String path) throws IOException {
    return open(path);
  }

  /**
   * Makes one file of the pieces, which follow each other by id; of no piece, an empty one.
   *
   * @param path where nothing is yet
   */
  WrittenFile join(List<PartFile> pieces, String path) throws IOException;
}
