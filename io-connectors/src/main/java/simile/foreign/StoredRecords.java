package simile.foreign;

import java.io.IOException;
import simile.merge.LiveRows;

/** The records that a collection has, as of the version that a run reads. */
@FunctionalInterface
public interface StoredRecords {

  /** Opens those whose ids are from least to greatest, both included. */
  LiveRows open(String least, String greatest) throws IOException;
}
