package simile.connectors;

import java.io.IOException;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.transforms.DoFn;
import simile.npz.NpzReader;

/** Reads one NPZ. */
final class ReadNpzFn extends DoFn<FileIO.ReadableFile, IdVector> {
  private static final long serialVersionUID = 1L;

  @ProcessElement
  public void process(@Element FileIO.ReadableFile file, OutputReceiver<IdVector> out)
      throws IOException {
    try (LocalCopy copy = LocalCopy.of(file.getMetadata().resourceId());
        NpzReader reader = NpzReader.open(copy.path())) {
      reader.forEach((row, id, vector) -> out.output(new IdVector(id, vector.clone())));
    }
  }
}
