package simile.export;

import java.io.Serializable;
import simile.jsonl.Compression;

/**
 * How an export is written.
 *
 * @param format of the files
 * @param compression of the files
 * @param embeddings whether vectors are written, where the format leaves the choice
 * @param partitionBy the field by whose value files lie in folders; empty for none
 */
public record ExportShape(
    ExportFormat format, Compression compression, boolean embeddings, String partitionBy)
    implements Serializable {

  public boolean isPartitioned() {
    return !partitionBy.isEmpty();
  }

  /** Whether vectors are to be read. */
  public boolean readsVectors() {
    return format.hasVectors() && (embeddings || !format.choosesVectors());
  }

  /** What a file's name ends with. */
  public String suffix() {
    return format.suffix(compression);
  }
}
