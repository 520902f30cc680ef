package simile.parquet.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import simile.parquet.ParquetFormatException;
import simile.parquet.format.SchemaNode;

/**
 * A map, as an object: keys that are no text are written as text, and a value that is a list of one
 * text as that text.
 */
final class MapNode extends NodeReader {
  private final EntriesNode entries;
  private final NodeReader key;
  private final boolean quoteKeys;
  private final Optional<NodeReader> value;

  /**
   * @param quoteKeys whether keys are written as something else than a string
   */
  MapNode(
      SchemaNode node,
      List<LeafReader> leaves,
      EntriesNode entries,
      NodeReader key,
      boolean quoteKeys,
      Optional<NodeReader> value) {
    super(node, leaves);
    this.entries = entries;
    this.key = key;
    this.quoteKeys = quoteKeys;
    this.value = value;
  }

  @Override
  void write(JsonOut out) throws IOException {
    out.put('{');
    if (entries.isPresent()) {
      boolean first = true;
      do {
        writeEntry(out, first);
        first = false;
      } while (entries.repeats());
    } else {
      entries.skipNull(entries.node().definition() - 1);
    }
    out.put('}');
  }

  private void writeEntry(JsonOut out, boolean first) throws IOException {
    if (!key.isPresent()) {
      throw new ParquetFormatException(
          "map '%s' has an entry without a key".formatted(node().name()));
    }
    if (!first) {
      out.put(',');
    }
    if (quoteKeys) {
      out.put('"');
    }
    key.write(out);
    if (quoteKeys) {
      out.put('"');
    }
    out.put(':');
    writeValue(out);
  }

  private void writeValue(JsonOut out) throws IOException {
    if (value.isEmpty()) {
      out.ascii("null");
    } else if (!value.get().node().isRepeated() && !value.get().isPresent()) {
      value.get().skipNull(entries.node().definition());
      out.ascii("null");
    } else if (value.get() instanceof ListNode list && list.isOfTexts()) {
      list.writeShort(out);
    } else {
      value.get().write(out);
    }
  }
}
