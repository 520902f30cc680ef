package simile.jobs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.input.InputOpener;
import simile.input.Split;
import simile.input.SplitReader;
import simile.input.SplitSlab;
import simile.jsonl.LongLineSink;
import simile.jsonl.Slab;
import simile.record.Schema;

/**
 * Finds the dimension of the first vector of an input, before it is ingested. Looks at the bytes
 * for the field's name and parses only the lines that have it; splits are scanned in parallel, and
 * the first in the order of the input counts.
 */
final class EmbeddingScan {
  private static final BytePattern NAME = BytePattern.of('"' + Schema.EMBEDDING + '"');

  private final InputOpener inputs;
  private final int maxLineBytes;
  private final int slabBytes;
  private final JsonFactory json = new JsonFactory();

  EmbeddingScan(InputOpener inputs, int slabBytes, int maxLineBytes) {
    this.inputs = inputs;
    this.slabBytes = slabBytes;
    this.maxLineBytes = maxLineBytes;
  }

  /** The first vector's length, or empty if no record has one. */
  OptionalInt firstDimension(List<Split> splits) throws IOException {
    try {
      return splits.parallelStream()
          .map(this::scan)
          .filter(OptionalInt::isPresent)
          .findFirst()
          .orElse(OptionalInt.empty());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private OptionalInt scan(Split split) {
    try (SplitReader reader =
        new SplitReader(inputs, split, slabBytes, maxLineBytes, piece -> new Ignored())) {
      for (Optional<SplitSlab> slab = reader.next(); slab.isPresent(); slab = reader.next()) {
        OptionalInt dimension = scan(slab.get().slab());
        if (dimension.isPresent()) {
          return dimension;
        }
      }
      return OptionalInt.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OptionalInt scan(Slab slab) {
    for (int line = 0; line < slab.lines(); line++) {
      if (NAME.isIn(slab.bytes(), slab.start(line), slab.end(line))) {
        OptionalInt dimension = dimension(slab.bytes(), slab.start(line), slab.end(line));
        if (dimension.isPresent()) {
          return dimension;
        }
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The length of the record's vector; empty if it has none, or is no good record: the check will
   * say so.
   */
  private OptionalInt dimension(byte[] bytes, int start, int end) {
    try (JsonParser parser = json.createParser(bytes, start, end - start)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isVector = parser.currentName().equals(Schema.EMBEDDING);
        if (parser.nextToken() == JsonToken.START_ARRAY && isVector) {
          return count(parser);
        }
        parser.skipChildren();
      }
      return OptionalInt.empty();
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  private static OptionalInt count(JsonParser parser) throws IOException {
    int numbers = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isNumeric()) {
        return OptionalInt.empty();
      }
      numbers++;
    }
    return numbers == 0 ? OptionalInt.empty() : OptionalInt.of(numbers);
  }

  /** Long lines are rejected anyway. */
  private static final class Ignored implements LongLineSink {
    @Override
    public void begin(long offset, long number) {}

    @Override
    public void piece(byte[] bytes, int start, int length) {}

    @Override
    public void end() {}
  }
}
