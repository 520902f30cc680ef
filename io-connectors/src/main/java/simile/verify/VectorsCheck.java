package simile.verify;

import java.io.IOException;
import java.util.Optional;
import simile.files.StoreFiles;
import simile.files.remote.LocalView;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;
import simile.keys.KeyCursor;
import simile.log.KeptSegment;
import simile.merge.SegmentSource;
import simile.npz.NpzReader;
import simile.record.IdDigest;
import simile.segment.DataFile;
import simile.segment.FileKind;

/** An NPZ holds a finite vector for each entry of the key file that has one, in its order. */
final class VectorsCheck {
  private final StoreFiles files;
  private final Findings findings;
  private final KeptSegment kept;
  private final SegmentSource source;
  private final DataFile npz;
  private final RowFaults faults = new RowFaults();
  private final IdDigest ids = new IdDigest();

  VectorsCheck(
      StoreFiles files, Findings findings, KeptSegment kept, SegmentSource source, DataFile npz) {
    this.files = files;
    this.findings = findings;
    this.kept = kept;
    this.source = source;
    this.npz = npz;
  }

  void run() throws IOException {
    try (LocalView view = LocalView.of(files, npz.path(), npz.sha256());
        NpzReader reader = NpzReader.open(view.path())) {
      compare(reader);
      faults.report(findings, FindingKind.VECTORS, npz.path(), Findings.next(FileKind.NPZ));
      Optional<DataFile> metadata = kept.live().segment().file(FileKind.NPZ_METADATA);
      if (metadata.isPresent()) {
        metadata(metadata.get(), reader);
      }
    }
  }

  private void compare(NpzReader reader) throws IOException {
    KeyCursor at = source.keys().cursor();
    float[] vector = new float[reader.dimension()];
    int next = 0;
    while (at.next()) {
      if (!at.hasVector()) {
        continue;
      }
      ids.add(at.idBytes(), 0, at.idLength());
      if (next >= reader.count()) {
        faults.add("record '%s' has no vector".formatted(at.id()));
      } else {
        vector(reader, next, at, vector);
      }
      next++;
    }
    if (next != reader.count() || reader.count() != npz.rows()) {
      faults.add(
          "it has %d vectors; the key file has %d, and the log says %d"
              .formatted(reader.count(), next, npz.rows()));
    }
    if (!ids.toString().equals(npz.idDigest())) {
      faults.add("the ids with vectors are not those that the log says were written");
    }
  }

  private void vector(NpzReader reader, int index, KeyCursor at, float[] vector)
      throws IOException {
    if (at.vector() != index || !reader.id(index).equals(at.id())) {
      faults.add("vector %d is of '%s'; expected '%s'".formatted(index, reader.id(index), at.id()));
    }
    reader.vector(index, vector);
    for (float value : vector) {
      if (!Float.isFinite(value)) {
        faults.add("the vector of '%s' holds %s".formatted(at.id(), value));
        return;
      }
    }
  }

  private void metadata(DataFile file, NpzReader reader) throws IOException {
    String fault = "";
    try {
      JsonFields json = JsonFields.parse(files.read(file.path()), file.path());
      if (json.integer("count") != reader.count()
          || json.integer("dimension") != reader.dimension()
          || !json.text("npz_sha256").equals(npz.sha256())) {
        fault = "it does not describe " + npz.path();
      }
    } catch (MalformedJsonException e) {
      fault = e.getMessage();
    }
    if (!fault.isEmpty()) {
      findings.add(FindingKind.METADATA, file, fault);
    }
  }
}
