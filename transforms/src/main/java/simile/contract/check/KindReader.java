package simile.contract.check;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import simile.contract.field.Field;
import simile.record.TextCache;

/** Reads {@code type}: whether the line is a record or a deletion. */
final class KindReader {
  static final String NAME = "type";

  private final Line line;
  private final TextCache texts;
  private final ValueReader values;
  private boolean deletion;

  KindReader(Line line, TextCache texts, ValueReader values) {
    this.line = line;
    this.texts = texts;
    this.values = values;
  }

  void clear() {
    deletion = false;
  }

  /** Reads the current value as the contract describes it; null counts as absent. */
  void read(Field field) throws IOException {
    JsonToken token = line.parser().currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token != JsonToken.VALUE_STRING) {
      values.wrongType(field);
      return;
    }
    int start = line.parser().valueStart();
    int end = line.finishString();
    note(start, end);
    if (!deletion) {
      values.texts().checkValue(start, end);
      String text = text(start, end);
      if (field.values().isPresent() && !field.values().get().allowed().contains(text)) {
        values.wrongValue(field.values().get(), start, end);
      }
    }
  }

  /** Notes the current value, which was read to its end. */
  void note(int start, int end) throws IOException {
    deletion =
        line.parser().currentToken() == JsonToken.VALUE_STRING
            && text(start, end).equals(Deletion.TYPE);
  }

  private String text(int start, int end) throws IOException {
    return line.hasEscapes()
        ? line.parser().getText()
        : texts.text(line.slab(), start + 1, end - 1);
  }

  boolean isDeletion() {
    return deletion;
  }
}
