package simile.export;

import java.time.Instant;
import java.util.List;
import simile.log.ContractRef;
import simile.query.Criteria;

/**
 * What an export is, as its {@code _manifest.json} says; written last, so that an export that has
 * one is complete.
 *
 * @param runId the run
 * @param argumentsSha256 of its arguments
 * @param context the context that was exported
 * @param collection the collection
 * @param version the version
 * @param committedAt when that was committed
 * @param contract the contract that records obey; its path is that of the copy, empty for none
 * @param criteria what records had to meet
 * @param shape how it is written
 * @param files all of them, in the order of ids within each folder
 */
public record ExportManifest(
    String runId,
    String argumentsSha256,
    String context,
    String collection,
    long version,
    Instant committedAt,
    ContractRef contract,
    Criteria criteria,
    ExportShape shape,
    List<ExportedFile> files) {
  /** Its name in the folder. */
  public static final String FILE = "_manifest.json";

  /** The name of the contract's copy. */
  public static final String CONTRACT = "_contract.odcs.yaml";

  public ExportManifest {
    files = List.copyOf(files);
  }

  ExportManifest withFiles(List<ExportedFile> published) {
    return new ExportManifest(
        runId,
        argumentsSha256,
        context,
        collection,
        version,
        committedAt,
        contract,
        criteria,
        shape,
        published);
  }

  /** Records in all files. */
  public long rows() {
    return files.stream().mapToLong(ExportedFile::rows).sum();
  }

  /** Bytes of all files. */
  public long bytes() {
    return files.stream().mapToLong(ExportedFile::bytes).sum();
  }

  ExportOutcome outcome() {
    return new ExportOutcome(rows(), files.size(), bytes());
  }
}
