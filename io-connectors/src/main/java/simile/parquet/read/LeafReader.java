package simile.parquet.read;

import java.io.IOException;
import java.util.Optional;
import simile.parquet.ParquetFormatException;
import simile.parquet.format.SchemaNode;

/** The entries of a column: values, and what is null or empty instead. Stands at one of them. */
final class LeafReader {
  private final SchemaNode leaf;
  private final ChunkPages pages;
  private final Value value = new Value();
  private Page page;
  private int leftInPage;
  private int repetition;
  private int definition;
  private boolean ended;

  /** Stands at the first entry. */
  LeafReader(SchemaNode leaf, ChunkPages pages) throws IOException {
    this.leaf = leaf;
    this.pages = pages;
    HybridDecoder none = HybridDecoder.zeros();
    this.page = new Page(0, none, none, into -> {});
    next();
  }

  /** Whether there are no more entries; then levels are 0. */
  boolean ended() {
    return ended;
  }

  int repetition() {
    return repetition;
  }

  int definition() {
    return definition;
  }

  /** The value, where {@link #definition} is the column's own. */
  Value value() {
    return value;
  }

  /** Goes to the next entry. */
  void next() throws IOException {
    while (leftInPage == 0) {
      Optional<Page> next = pages.next();
      if (next.isEmpty()) {
        ended = true;
        repetition = 0;
        definition = 0;
        return;
      }
      page = next.get();
      leftInPage = page.entries();
    }
    leftInPage--;
    repetition = page.repetitions().next();
    definition = page.definitions().next();
    if (repetition > leaf.repetitionLevel() || definition > leaf.definition()) {
      throw new ParquetFormatException("a page has levels that the schema has not");
    }
    if (definition == leaf.definition()) {
      page.values().next(value);
    }
  }

  /** Goes on after an entry that has no value below the level {@code floor}, which it must have. */
  void skipNull(int floor, int ceiling) throws IOException {
    if (ended || definition < floor || definition >= ceiling) {
      throw disagree();
    }
    next();
  }

  ParquetFormatException disagree() {
    return new ParquetFormatException(
        "column '%s' does not agree with its neighbours on what is there".formatted(leaf.name()));
  }
}
