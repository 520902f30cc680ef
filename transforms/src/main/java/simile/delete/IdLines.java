package simile.delete;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import simile.input.InputOpener;
import simile.input.Piece;
import simile.input.Split;
import simile.input.SplitReader;
import simile.input.SplitSlab;
import simile.jsonl.Slab;

/**
 * Reads lists of ids: one a line, as it is. A line that starts with a brace or a quotation mark is
 * JSON: an object's {@code target_id}, or else its {@code id}; or a string. So what {@code query}
 * prints, deletion lines, and ids with any character can be in it. Blank lines are skipped.
 */
public final class IdLines {
  private static final int SLAB_BYTES = 8 << 20;

  /** A record can be a line, so a line can be as long as one. */
  private static final int MAX_LINE_BYTES = 64 << 20;

  private final InputOpener inputs;
  private final ObjectMapper json = new ObjectMapper();

  public IdLines(InputOpener inputs) {
    this.inputs = inputs;
  }

  /** Takes what is read. */
  public interface Sink {
    void id(String id) throws IOException;

    /** An empty line. */
    void blank();
  }

  /**
   * Reads a piece of a list.
   *
   * @throws IdListException if a line is no id
   * @throws simile.input.InputException if the file cannot be read
   * @throws simile.input.InputChangedException if it changed since the run was submitted
   */
  public void read(Split split, Sink sink) throws IOException {
    try (SplitReader reader =
        new SplitReader(
            inputs,
            split,
            SLAB_BYTES,
            MAX_LINE_BYTES,
            piece -> new RefusedLine(piece.file().name()))) {
      for (Optional<SplitSlab> slab = reader.next(); slab.isPresent(); slab = reader.next()) {
        read(slab.get(), sink);
      }
    }
  }

  private void read(SplitSlab slab, Sink sink) throws IOException {
    for (int p = 0; p < slab.pieces().size(); p++) {
      Piece piece = slab.pieces().get(p);
      for (int line = slab.firstLine(p); line < slab.endLine(p); line++) {
        if (slab.slab().isBlank(line)) {
          sink.blank();
        } else {
          sink.id(id(slab.slab(), line, piece));
        }
      }
    }
  }

  private String id(Slab slab, int line, Piece piece) throws IOException {
    String file = piece.file().name() + (piece.start() == 0 ? "" : " after byte " + piece.start());
    long number = slab.number(line) + 1;
    String text;
    try {
      int start = slab.start(line);
      text =
          UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(slab.bytes(), start, slab.end(line) - start))
              .toString();
    } catch (CharacterCodingException e) {
      throw new IdListException(file, number, "the line is not UTF-8");
    }
    if (!text.startsWith("{") && !text.startsWith("\"")) {
      return text;
    }
    return fromJson(text)
        .orElseThrow(() -> new IdListException(file, number, "the line has no id: " + cut(text)));
  }

  private Optional<String> fromJson(String text) {
    JsonNode value;
    try {
      value = json.readTree(text);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    if (value.isObject()) {
      value = value.has("target_id") ? value.get("target_id") : value.path("id");
    }
    return value.isTextual() && isId(value.textValue())
        ? Optional.of(value.textValue())
        : Optional.empty();
  }

  /** No record can have an id with half a surrogate pair, which has no UTF-8. */
  private static boolean isId(String text) {
    return !text.isEmpty() && UTF_8.newEncoder().canEncode(text);
  }

  private static String cut(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
