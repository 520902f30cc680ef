package simile.jobs.export;

import java.io.IOException;
import java.io.InputStream;
import simile.bundle.Bundle;
import simile.bundle.BundleJson;
import simile.bundle.BundlePaths;
import simile.bundle.TarIndex;
import simile.connectors.OutputFiles;
import simile.export.ExportOutput;

/**
 * The bundle at a place.
 *
 * @param output the place
 * @param files its folder
 */
record PublishedBundle(ExportOutput output, OutputFiles files) {

  boolean exists() throws IOException {
    return files.exists(name());
  }

  /**
   * What {@code bundle.json} says.
   *
   * @throws java.io.FileNotFoundException if there is none
   */
  Bundle index() throws IOException {
    try (InputStream in = files.read(name())) {
      byte[] index = output.isFile() ? TarIndex.read(in) : in.readAllBytes();
      return BundleJson.fromBytes(index, output.place());
    }
  }

  private String name() {
    return output.isFile() ? output.file() : BundlePaths.INDEX;
  }
}
