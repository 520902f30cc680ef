package simile.npz;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import simile.files.HashedOutput;
import simile.files.StoreFiles;
import simile.record.IdDigest;
import simile.record.RecordBatch;
import simile.record.SortedRows;
import simile.segment.DataFile;
import simile.segment.FileKind;

/** Writes a segment's vectors as NPZ, and beside it what describes them. */
public final class NpzSegmentWriter {
  private static final int BUFFER_BYTES = 1 << 17;

  private final Optional<String> model;

  public NpzSegmentWriter() {
    this(Optional.empty());
  }

  /**
   * @param model the name of what made the vectors, where known; goes into the metadata
   */
  public NpzSegmentWriter(Optional<String> model) {
    this.model = model;
  }

  /**
   * Writes the vectors of the records (not of deletions) that have one, in the order of {@code
   * rows}.
   *
   * @param path of the {@code .npz}, relative to the store
   * @param metadataPath of the {@code .metadata.json}
   * @return the two files, the NPZ first; nothing, and nothing is written, where no record has a
   *     vector
   */
  public List<DataFile> write(
      StoreFiles files, String path, String metadataPath, RecordBatch batch, SortedRows rows)
      throws IOException {
    BatchVectors vectors = new BatchVectors(batch, rows);
    if (vectors.count() == 0) {
      return List.of();
    }
    try (HashedOutput out = new HashedOutput(files.create(path), BUFFER_BYTES)) {
      NpzEncoder.Digests digests = new NpzEncoder(vectors).writeTo(out);
      long bytes = out.count();
      String sha256 = out.finish();
      NpzMetadata metadata =
          new NpzMetadata(
              vectors.count(),
              vectors.dimension(),
              digests.ids(),
              digests.embeddings(),
              sha256,
              model);
      DataFile npz =
          DataFile.of(FileKind.NPZ, path, vectors.count(), bytes, sha256)
              .withIdDigest(digest(vectors).toString());
      return List.of(npz, writeMetadata(files, metadataPath, metadata));
    }
  }

  private static DataFile writeMetadata(StoreFiles files, String path, NpzMetadata metadata)
      throws IOException {
    byte[] json = metadata.toJson();
    try (HashedOutput out = new HashedOutput(files.create(path), json.length)) {
      out.write(json);
      String sha256 = out.finish();
      return DataFile.of(FileKind.NPZ_METADATA, path, metadata.count(), json.length, sha256);
    }
  }

  private static IdDigest digest(VectorSource vectors) {
    IdDigest digest = new IdDigest();
    for (int i = 0; i < vectors.count(); i++) {
      digest.add(vectors.idBytes(i), vectors.idStart(i), vectors.idEnd(i));
    }
    return digest;
  }
}
