package simile.predecessor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import simile.foreign.ForeignFileException;
import simile.npz.NpzFormatException;
import simile.npz.NpzReader;
import simile.npz.NpzStreamWriter;
import simile.record.Utf8Order;

/** The predecessor's vectors, by the id of a concept. */
final class Vectors {
  private static final String IDS = "concept_ids";

  private Vectors() {}

  /** An id and its row. */
  private record Place(String id, int row) {}

  /**
   * What became of them.
   *
   * @param taken how many have a concept
   * @param orphans how many have none, or hold what is no number
   * @param deleted how many belong to a concept that is deleted
   */
  record Counts(long taken, long orphans, long deleted) {}

  /**
   * Writes vectors of concepts as an NPZ of Simile, and the others as lines that no contract takes.
   *
   * @throws ForeignFileException if the file is damaged, unsafe or not understood
   */
  static Counts write(Path npz, String name, Tables.Ids concepts, Path to, OutputStream rejected)
      throws IOException {
    try (NpzReader reader = NpzReader.withIds(npz, IDS);
        NpzStreamWriter writer = NpzStreamWriter.create(reader.dimension())) {
      long taken = 0;
      long orphans = 0;
      long deleted = 0;
      String last = "";
      float[] vector = new float[reader.dimension()];
      for (Place place : places(reader)) {
        if (place.id().equals(last)) {
          throw new ForeignFileException(
              name, "it has two vectors of '%s'; take one out".formatted(place.id()));
        }
        last = place.id();
        reader.vector(place.row(), vector);
        if (concepts.live().contains(place.id()) && isFinite(vector)) {
          writer.add(place.id(), vector);
          taken++;
        } else if (concepts.deleted().contains(place.id())) {
          deleted++;
        } else {
          rejected.write(line(place.id(), vector));
          orphans++;
        }
      }
      try (OutputStream out = Files.newOutputStream(to)) {
        writer.writeTo(out);
      }
      return new Counts(taken, orphans, deleted);
    } catch (NpzFormatException e) {
      throw new ForeignFileException(name, e.getMessage(), e);
    }
  }

  private static List<Place> places(NpzReader reader) throws IOException {
    List<Place> places = new ArrayList<>();
    reader.forEachId((row, id) -> places.add(new Place(id, row)));
    places.sort((a, b) -> Utf8Order.compare(a.id(), b.id()));
    return places;
  }

  private static boolean isFinite(float[] vector) {
    for (float value : vector) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** A concept without a name; NaN is no JSON, which is another reason to reject it. */
  private static byte[] line(String id, float[] vector) {
    StringBuilder line = new StringBuilder("{\"type\":\"concept\",\"id\":\"");
    line.append(JsonStringEncoder.getInstance().quoteAsString(id)).append("\",\"embedding\":[");
    for (int i = 0; i < vector.length; i++) {
      line.append(i == 0 ? "" : ",").append(vector[i]);
    }
    return line.append("]}\n").toString().getBytes(UTF_8);
  }
}
