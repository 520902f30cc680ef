package simile.jobs.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.OptionalInt;
import simile.export.ExportFormat;
import simile.export.ExportOutput;
import simile.export.ExportShape;
import simile.files.Sha256;
import simile.jsonl.Compression;
import simile.query.Criteria;
import simile.query.CriteriaJson;
import simile.store.AsOf;

/**
 * What an export is asked to do. Options end here.
 *
 * @param store where the store is
 * @param context the context to export from
 * @param collection the collection to export
 * @param asOf which version
 * @param criteria what records must meet
 * @param format of the files
 * @param output a folder, or a file if it ends in the format's suffix; a path or URI
 * @param partitionBy the field by whose value files lie in folders
 * @param shards how many files at most; as many as suit if empty
 * @param compression of the files; the name's or the format's own if empty
 * @param embeddings whether vectors are written, where the format leaves the choice
 * @param overwrite whether an earlier export may be replaced
 * @param runId the run's id; made up if empty
 */
public record ExportArgs(
    String store,
    String context,
    String collection,
    AsOf asOf,
    Criteria criteria,
    ExportFormat format,
    String output,
    Optional<String> partitionBy,
    OptionalInt shards,
    Optional<Compression> compression,
    boolean embeddings,
    boolean overwrite,
    Optional<String> runId) {

  /**
   * @throws IllegalArgumentException if options do not go together; the message says which
   */
  public ExportArgs {
    OutputName name = OutputName.of(output, format);
    if (partitionBy.isPresent() && (!format.partitions() || name.isFile())) {
      throw new IllegalArgumentException(
          "--partition-by makes folders of jsonl, parquet or csv files; %s"
              .formatted(
                  name.isFile()
                      ? "'" + output + "' is one file, so give a folder"
                      : "leave it out for " + format.key()));
    }
    if (shards.isPresent() && (shards.getAsInt() < 1 || name.isFile())) {
      throw new IllegalArgumentException(
          name.isFile()
              ? "--shards makes several files; '" + output + "' is one, so give a folder"
              : "--shards is below 1; expected 1 or more");
    }
    if (!embeddings && !format.choosesVectors()) {
      throw new IllegalArgumentException(
          "--no-embeddings goes with jsonl and parquet; leave it out for " + format.key());
    }
    name.compression(format, compression);
  }

  /** How it is written. */
  ExportShape shape() {
    return new ExportShape(
        format,
        OutputName.of(output, format).compression(format, compression),
        embeddings,
        partitionBy.orElse(""));
  }

  /** Where it goes. */
  ExportOutput place() {
    OutputName name = OutputName.of(output, format);
    return new ExportOutput(name.folder(), name.file(), overwrite);
  }

  /**
   * Identifies what the run does, so that its id cannot be used again for something else.
   *
   * @param version the version that it reads
   */
  String digest(long version) {
    String canonical =
        String.join(
            "\n",
            "export",
            context,
            collection,
            Long.toString(version),
            CriteriaJson.write(criteria),
            shape().toString(),
            place().place(),
            shards.toString());
    return Sha256.of(canonical.getBytes(UTF_8));
  }
}
